package io.switchboard.launcher.command;

import java.util.ArrayList;
import java.util.List;

/** A problem (RFC 9457) of the hub, in words for the person at the keyboard. */
final class ProblemText {
    private final HubClient.Reply reply;
    private final Node problem;

    ProblemText(HubClient.Reply reply) {
        this.reply = reply;
        this.problem = new Node(Json.object(reply.body()));
    }

    /** Ends the command: with 2 where the same call may be sent again, or asked for, else with 1. */
    CommandFault fault() {
        int code = switch (problem.text("advice")) {
            case "RETRY_LATER", "ASK_OUTCOME" -> DeployCommand.NOT_YET;
            default -> CommandFault.FAILED;
        };
        return new CommandFault(code, text(false), text(true));
    }

    private String text(boolean chinese) {
        if (!problem.get("code").present()) {
            return chinese ? "hub 应答 HTTP " + reply.status() : "The hub answered HTTP " + reply.status();
        }
        List<String> lines = new ArrayList<>();
        String reason = problem.text("reason");
        lines.add(problem.get("code").shown() + " " + problem.text("title")
                + (reason.isEmpty() ? "" : " (" + reason + ")") + ": " + problem.text("message"));
        for (Node each : problem.get("errors").items()) {
            lines.add("  " + each.text("member") + ": " + fault(each.text("fault"), chinese)
                    + (each.text("expected").isEmpty() ? "" : ". " + each.text("expected")));
        }
        String detail = problem.text("detail");
        if (!detail.isEmpty()) {
            lines.add("  " + detail);
        }
        lines.add("  " + problem.text("advice") + ": " + advice(problem.text("advice"), chinese));
        if (problem.get("retryAfterMs").present()) {
            lines.add("  " + (chinese ? "可于毫秒后重试：" : "again in milliseconds: ")
                    + problem.get("retryAfterMs").shown());
        }
        lines.add("  call " + problem.text("callId") + ", trace " + problem.text("traceId"));
        return String.join("\n", lines);
    }

    private static String fault(String fault, boolean chinese) {
        return switch (fault) {
            case "missing" -> chinese ? "缺少" : "is missing";
            case "unknown" -> chinese ? "没有此参数" : "is not known";
            case "type" -> chinese ? "类型不符" : "is of another type";
            case "format" -> chinese ? "格式不符" : "has another form";
            case "value" -> chinese ? "此操作不接受该值" : "has a value that the operation does not take";
            case "length" -> chinese ? "长度不符" : "is too short or too long";
            case "range" -> chinese ? "超出范围" : "is out of range";
            case "pattern" -> chinese ? "不符合规定的样式" : "does not have the pattern";
            default -> fault;
        };
    }

    private static String advice(String advice, boolean chinese) {
        return switch (advice) {
            case "FIX_ARGUMENTS" -> chinese ? "请改正参数后再调用。" : "correct the arguments, then call again.";
            case "RETRY_LATER" -> chinese ? "请稍后以同一 --key 重试。" : "wait, then send the same call with the same --key.";
            case "ASK_OUTCOME" ->
                chinese
                        ? "不要重新发起；以同一 --key 再次发送是安全的。"
                        : "do not start anew; to send it again with the same --key is safe.";
            case "STEP_UP" -> chinese ? "客户须先证明身份。" : "the customer has to prove who they are.";
            case "ASK_CUSTOMER" ->
                chinese ? "请将上述信息告知客户并询问。" : "tell the customer, and ask for what is missing or wrong.";
            case "HAND_OFF" -> chinese ? "请转交人工处理，并附上 call 编号。" : "this is for a person to settle; name the call.";
            case "GIVE_UP" -> chinese ? "再次调用也无济于事。" : "calling again will not help.";
            default -> "";
        };
    }
}
