package io.switchboard.launcher.command;

import java.io.IOException;
import java.time.InstantSource;

/** What a command that calls a hub stands on: the hub, and a token for whoever is logged in to it. For one command, on its thread. */
final class Session {
    private final Logins logins;
    private final InstantSource clock;
    private final HubClient hub;
    private Login login;

    private Session(Logins logins, InstantSource clock, Login login) throws IOException, CommandFault {
        this.logins = logins;
        this.clock = clock;
        this.login = login;
        this.hub = new HubClient(login.address(), login.authority(), clock);
    }

    /** Begins one for what somebody has just said; keeps the login if the hub accepts it. */
    static Session begin(Logins logins, InstantSource clock, Login login)
            throws IOException, InterruptedException, CommandFault {
        Session session = new Session(logins, clock, login);
        session.fetch();
        return session;
    }

    /** Takes up the one that an earlier command began. */
    static Session resume(Logins logins, InstantSource clock, HubAddress address) throws IOException, CommandFault {
        Login kept = logins.read(address)
                .orElseThrow(() -> CommandFault.failed(
                        "Not logged in to " + address + ". Log in with: switchboard login",
                        "尚未登录 " + address + "。请执行：switchboard login"));
        return new Session(logins, clock, kept);
    }

    HubClient hub() {
        return hub;
    }

    Login login() {
        return login;
    }

    /** The kept token while it holds, else a new one. */
    Token token() throws IOException, InterruptedException, CommandFault {
        Token kept = login.token().orElse(null);
        return kept != null && kept.holds(clock.instant()) ? kept : fetch();
    }

    /** A new token, whatever is kept: the hub says now whether the login is still good. */
    Token fetch() throws IOException, InterruptedException, CommandFault {
        Token fresh = hub.token(login.clientId(), login.clientSecret());
        login = login.with(fresh);
        logins.write(login);
        return fresh;
    }

    /** A token for one customer, in exchange for that customer's own; not kept. */
    Token exchange(String customerToken) throws IOException, InterruptedException, CommandFault {
        return hub.exchange(login.clientId(), login.clientSecret(), customerToken);
    }

    /** Ends the kept token, where the hub offers that, and forgets the login in any case. False where the token still holds. */
    boolean end() throws IOException, InterruptedException {
        logins.remove(login.address());
        Token kept = login.token().orElse(null);
        if (kept == null || !kept.holds(clock.instant())) {
            return true;
        }
        try {
            return hub.revoke(login, kept);
        } catch (CommandFault | IOException e) {
            return false;
        }
    }
}
