package io.switchboard.launcher.command;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code call}: one operation, as the caller who is logged in. */
final class CallCommand implements Command {
    private static final int MOST_INPUT = 1 << 20;
    // What the hub takes beside the operation's own time.
    private static final Duration BESIDE = Duration.ofSeconds(10);
    private static final Usage USAGE = new Usage("""
                    Usage: switchboard call OPERATION [NAME=VALUE...] [-d JSON | -d @FILE | -d -] [--key KEY]
                                            [--customer ID | --customer-token @FILE]
                                            [--conversation NAME] [--url ADDRESS] [-v]
                    Calls an operation, such as loyalty.balance.get customerId=C-1001, and prints the answer as JSON.
                      NAME=VALUE   an argument; address.city=Ulm leads into a record, tags=a tags=b makes a list,
                                   and a record or list may be written as JSON; -d gives all of them as one JSON object
                      --customer   whom the call is about; the client who is logged in has to be allowed to name customers
                      --customer-token  for the customer whose own token this is; it is exchanged for one that names no other
                      --key        names a write, so that it is done once however often it is sent; made up where it is
                                   missing, and shown when the call may be sent again
                      -v           shows the request and how the answer came
                    Ends with 0 when it is done, 1 when it is refused or fails, 2 when the same call may be sent again
                    (with the same key), 4 when no hub answers.""", """
                    用法：switchboard call 操作 [名称=值…] [-d JSON | -d @文件 | -d -] [--key 标识]
                                           [--customer 编号 | --customer-token @文件]
                                           [--conversation 名称] [--url 地址] [-v]
                    调用一个操作，例如 loyalty.balance.get customerId=C-1001，并以 JSON 显示结果。
                      名称=值      参数；address.city=Ulm 指向记录内部，tags=a tags=b 组成列表，
                                   记录或列表也可写作 JSON；-d 以一个 JSON 对象给出全部参数
                      --customer   调用所涉客户；登录的客户端须有权指定客户
                      --customer-token  以该客户本人的令牌换取仅限该客户的令牌后调用
                      --key        标识一次写入，无论发送多少次只执行一次；未给出时自动生成，可重发时会显示
                      -v           显示请求及应答方式
                    结束码：0 完成；1 被拒绝或失败；2 可以同一 --key 重发；4 没有 hub 应答。""");

    private final Callers callers;
    private final List<String> arguments;

    CallCommand(Callers callers, List<String> arguments) {
        this.callers = callers;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException, CommandFault {
        if (USAGE.asked(arguments, terminal)) {
            return;
        }
        Options options = Options.of(
                arguments,
                Set.of("-v"),
                Set.of("-d", "--key", "--conversation", "--url", "--customer", "--customer-token"),
                USAGE);
        Optional<String> token = options.value("--customer-token");
        if (options.words().isEmpty()
                || (token.isPresent() && options.value("--customer").isPresent())) {
            throw USAGE.fault();
        }
        Caller caller = callers.caller(options);
        OperationEntry operation = caller.operation(options.words().get(0));
        CallArguments typed = new CallArguments(operation);
        if (options.value("-d").isPresent()) {
            typed.json(data(options.value("-d").get(), terminal));
        }
        for (String word : options.words().subList(1, options.words().size())) {
            typed.word(word);
        }
        if (options.value("--customer").isPresent()) {
            typed.customer(options.value("--customer").get());
        }
        if (token.isPresent()) {
            typed.boundCustomer();
            caller = caller.actingFor(data(token.get(), terminal).strip());
        }
        CallRequest call = CallRequest.of(operation, typed.values());
        Optional<String> key = options.value("--key")
                .or(() -> operation.writes() ? Optional.of(UUID.randomUUID().toString()) : Optional.empty());
        if (options.has("-v")) {
            terminal.warn(shown(call, key), shown(call, key));
        }
        send(caller, operation, call, key, options, terminal);
    }

    private static void send(
            Caller caller,
            OperationEntry operation,
            CallRequest call,
            Optional<String> key,
            Options options,
            Terminal terminal)
            throws IOException, InterruptedException, CommandFault {
        HttpRequest.Builder request = caller.hub()
                .request(call.target())
                .timeout(deadline(operation).plus(BESIDE))
                .header("Accept-Language", terminal.chinese() ? "zh" : "en")
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
        key.ifPresent(text -> request.header("Idempotency-Key", text));
        options.value("--conversation").ifPresent(text -> request.header("Switchboard-Conversation", text));
        HubClient.Reply reply;
        try {
            reply = caller.send(request);
        } catch (HttpTimeoutException e) {
            again(key, terminal);
            throw new CommandFault(DeployCommand.NOT_YET, "No answer came in time.", "未在规定时间内收到应答。");
        }
        if (options.has("-v")) {
            String replayed = reply.replayed() ? " (replayed)" : "";
            terminal.warn("HTTP " + reply.status() + replayed, "HTTP " + reply.status() + replayed);
        }
        if (reply.status() < 200 || reply.status() > 299) {
            CommandFault fault = new ProblemText(reply).fault();
            if (fault.exitCode() == DeployCommand.NOT_YET) {
                again(key, terminal);
            }
            throw fault;
        }
        if (reply.status() == 204) {
            terminal.say("Done.", "已完成。");
        } else {
            terminal.print(JsonText.lines(Json.object(reply.body())));
        }
    }

    private static void again(Optional<String> key, Terminal terminal) {
        key.ifPresent(text -> terminal.warn("To send it again: --key " + text, "重发时请使用：--key " + text));
    }

    private static String shown(CallRequest call, Optional<String> key) {
        return call.method() + " " + call.target()
                + key.map(text -> "\nIdempotency-Key: " + text).orElse("")
                + call.body().map(text -> "\n" + text).orElse("");
    }

    private static String data(String given, Terminal terminal) throws IOException, CommandFault {
        if (given.equals("-")) {
            return terminal.input(MOST_INPUT);
        }
        return given.startsWith("@") ? Files.readString(Path.of(given.substring(1)), StandardCharsets.UTF_8) : given;
    }

    private static Duration deadline(OperationEntry operation) {
        try {
            return Duration.parse(operation.node().text("x-deadline"));
        } catch (DateTimeParseException e) {
            return Duration.ofSeconds(10);
        }
    }
}
