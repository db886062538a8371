package io.switchboard.launcher.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed behind {@code switchboard sign}. Immutable.
 *
 * @param file the jar; empty when a key is to be made
 * @param key a PKCS#12 file
 * @param alias which key in it; empty: the only one
 * @param out where the signed jar goes; empty: in place of the other
 * @param name whose key is made
 */
record SignOptions(Optional<Path> file, Path key, Optional<String> alias, Optional<Path> out, String name) {
    private static final Set<String> KNOWN = Set.of("--key", "--alias", "--out", "--new-key", "--name");

    static SignOptions of(List<String> arguments) throws CommandFault {
        Map<String, String> values = new HashMap<>();
        Iterator<String> each = arguments.iterator();
        while (each.hasNext()) {
            String word = each.next();
            String option = word.startsWith("--") ? word : "";
            if (!option.isEmpty() && (!KNOWN.contains(option) || !each.hasNext())) {
                throw usage();
            }
            if (values.put(option, option.isEmpty() ? word : each.next()) != null) {
                throw usage();
            }
        }
        Set<String> wanted = values.containsKey("--new-key") ? Set.of("--new-key", "--name") : Set.of("", "--key");
        boolean sign = wanted.contains("--key");
        Set<String> allowed = sign ? Set.of("", "--key", "--alias", "--out") : wanted;
        if (!values.keySet().containsAll(wanted) || !allowed.containsAll(values.keySet())) {
            throw usage();
        }
        return new SignOptions(
                Optional.ofNullable(values.get("")).map(Path::of),
                Path.of(values.getOrDefault(sign ? "--key" : "--new-key", "")),
                Optional.ofNullable(values.get("--alias")),
                Optional.ofNullable(values.get("--out")).map(Path::of),
                values.getOrDefault("--name", ""));
    }

    private static CommandFault usage() {
        return new CommandFault(CommandFault.USAGE, """
                Usage: switchboard sign FILE --key KEYSTORE [--alias NAME] [--out FILE]
                       switchboard sign --new-key KEYSTORE --name "YOUR COMPANY"
                The key store is a PKCS#12 file. Its password is asked for, or taken from the standard input; it is never
                an argument. Without --out the signed jar takes the place of FILE.""", """
                用法：switchboard sign 文件 --key 密钥库 [--alias 名称] [--out 文件]
                      switchboard sign --new-key 密钥库 --name "公司名称"
                密钥库为 PKCS#12 文件。其密码由提示输入或取自标准输入，不能作为参数。未给出 --out 时，签名后的 jar 取代原文件。""");
    }
}
