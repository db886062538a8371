package io.switchboard.launcher.command;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was typed behind {@code switchboard}. Immutable.
 *
 * @param act what to do
 * @param url which hub; empty: the one of the home
 * @param authority a file of certificates to trust
 * @param client as which client
 * @param admin whether as the first administrator
 */
record LoginOptions(Act act, Optional<String> url, Optional<String> authority, Optional<String> client, boolean admin) {
    enum Act {
        LOGIN,
        WHOAMI,
        LOGOUT
    }

    static LoginOptions of(List<String> arguments) throws CommandFault {
        Iterator<String> each = arguments.iterator();
        Act act = act(each.hasNext() ? each.next() : "");
        Optional<String> url = Optional.empty();
        Optional<String> authority = Optional.empty();
        Optional<String> client = Optional.empty();
        boolean admin = false;
        while (each.hasNext()) {
            String option = each.next();
            if (option.equals("--url")) {
                url = Optional.of(value(each));
            } else if (option.equals("--ca") && act == Act.LOGIN) {
                authority = Optional.of(value(each));
            } else if (option.equals("--client") && act == Act.LOGIN) {
                client = Optional.of(value(each));
            } else if (option.equals("--admin") && act == Act.LOGIN) {
                admin = true;
            } else {
                throw usage();
            }
        }
        if (admin && client.isPresent()) {
            throw usage();
        }
        return new LoginOptions(act, url, authority, client, admin);
    }

    private static Act act(String word) throws CommandFault {
        for (Act each : Act.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw usage();
    }

    private static String value(Iterator<String> rest) throws CommandFault {
        if (!rest.hasNext()) {
            throw usage();
        }
        return rest.next();
    }

    private static CommandFault usage() {
        return new CommandFault(CommandFault.USAGE, """
                Usage: switchboard login [--url ADDRESS] [--ca FILE] [--client ID | --admin]
                       switchboard whoami [--url ADDRESS]
                       switchboard logout [--url ADDRESS]
                The secret is asked for, or taken from the standard input (with no --client: the client in the first line,
                its secret in the second); it is never an argument. --admin takes both from run/admin.json.""", """
                用法：switchboard login [--url 地址] [--ca 文件] [--client 客户端 | --admin]
                      switchboard whoami [--url 地址]
                      switchboard logout [--url 地址]
                密钥由提示输入或取自标准输入（未给出 --client 时，首行为客户端，次行为其密钥），不能作为参数。
                --admin 则从 run/admin.json 读取。""");
    }
}
