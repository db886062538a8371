package io.switchboard.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code login}, {@code whoami}, {@code logout}: who the command line is to the hub of {@code SWITCHBOARD_HOME}, or to the one of
 * {@code --url}.
 */
public final class LoginCommand implements Command {
    private final Path home;
    private final Logins logins;
    private final InstantSource clock;
    private final List<String> arguments;

    LoginCommand(Path home, Logins logins, InstantSource clock, List<String> arguments) {
        this.home = home;
        this.logins = logins;
        this.clock = clock;
        this.arguments = List.copyOf(arguments);
    }

    public static void main(String[] arguments) {
        Logins logins = Logins.ofUser(System.getenv());
        Command command = new LoginCommand(Command.home(), logins, InstantSource.system(), List.of(arguments));
        System.exit(Command.exitCode(command, Terminal.ofProcess()));
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        LoginOptions options = LoginOptions.of(arguments);
        HubAddress address =
                options.url().isPresent() ? HubAddress.of(options.url().get()) : HubAddress.ofHome(home);
        switch (options.act()) {
            case LOGIN -> login(address, options, terminal);
            case WHOAMI -> whoAmI(address, terminal);
            case LOGOUT -> logout(address, terminal);
        }
    }

    private void login(HubAddress address, LoginOptions options, Terminal terminal)
            throws IOException, InterruptedException, CommandFault {
        Login login = asked(address, options, terminal);
        Token token = Session.begin(logins, clock, login).token();
        terminal.say(
                "Logged in to " + address + " as " + login.clientId() + ". Scopes: " + token.scope() + "\nKept in "
                        + logins.file(address) + " until: switchboard logout",
                "已以 " + login.clientId() + " 登录 " + address + "。权限：" + token.scope() + "\n凭据保存在 " + logins.file(address)
                        + "，直至执行 switchboard logout");
    }

    private Login asked(HubAddress address, LoginOptions options, Terminal terminal) throws IOException, CommandFault {
        // The command may be run from elsewhere next time.
        Optional<String> authority =
                options.authority().map(file -> Path.of(file).toAbsolutePath().toString());
        if (options.admin()) {
            return admin(address, authority);
        }
        String id = options.client().isPresent()
                ? options.client().get()
                : terminal.line("Client at " + address + ": ", address + " 的客户端：");
        String secret = terminal.hiddenLine("Secret of " + id + ": ", id + " 的密钥：");
        if (id.isEmpty() || secret.isEmpty()) {
            throw CommandFault.failed("A client and its secret are needed.", "需要客户端及其密钥。");
        }
        return new Login(address, id, secret, authority, Optional.empty());
    }

    private Login admin(HubAddress address, Optional<String> authority) throws IOException, CommandFault {
        Path file = home.resolve("run").resolve("admin.json");
        Map<String, @Nullable Object> members;
        try {
            members = Json.object(Files.readString(file));
        } catch (NoSuchFileException e) {
            members = Map.of();
        }
        if (members.get("client_id") instanceof String id && members.get("client_secret") instanceof String secret) {
            return new Login(address, id, secret, authority, Optional.empty());
        }
        throw CommandFault.failed(
                file
                        + " is not there: the first administrator's secret was changed or taken out. Log in with --client ID.",
                file + " 不存在：首个管理员密钥已更改或移出。请用 --client 客户端 登录。");
    }

    private void whoAmI(HubAddress address, Terminal terminal) throws IOException, InterruptedException, CommandFault {
        Session session = Session.resume(logins, clock, address);
        Token token = session.fetch();
        terminal.say(session.login() + "\nScopes: " + token.scope(), session.login() + "\n权限：" + token.scope());
    }

    private void logout(HubAddress address, Terminal terminal) throws IOException, InterruptedException, CommandFault {
        Session session = Session.resume(logins, clock, address);
        boolean ended = session.end();
        terminal.say("Logged out of " + address + ".", "已退出 " + address + "。");
        if (!ended) {
            String until =
                    String.valueOf(session.login().token().map(Token::expires).orElse(null));
            terminal.warn(
                    "The hub could not be told: its token, which is no longer kept here, ends by itself at " + until
                            + ".",
                    "未能通知 hub：本地已不保存的令牌将于 " + until + " 自行失效。");
        }
    }
}
