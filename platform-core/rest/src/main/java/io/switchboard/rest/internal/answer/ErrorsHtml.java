package io.switchboard.rest.internal.answer;

import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Failure;
import java.util.List;
import java.util.Locale;

/** The catalogue of errors for people, in both languages at once. Everything that others wrote is escaped. */
final class ErrorsHtml {
    /** The page has a sheet of styles of the hub's own, and nothing else. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final StringBuilder page = new StringBuilder(32 * 1024);

    private ErrorsHtml() {}

    static String of(List<ConnectorDescriptor> connectors) {
        ErrorsHtml html = new ErrorsHtml();
        html.begin();
        for (ErrorCode code : ErrorCode.values()) {
            html.code(code, connectors);
        }
        html.page.append("</main>\n</body>\n</html>\n");
        return html.page.toString();
    }

    private void begin() {
        page.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Switchboard: errors / 错误</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/docs/page.css">
                </head>
                <body>
                <header><a class="home" href="/docs">Switchboard</a></header>
                <main class="alone">
                <h1>Errors <span lang="zh-CN">错误</span></h1>
                <p>Every answer that is no success carries one of these codes, on every transport. The advice says what a caller does next.</p>
                <p lang="zh-CN">所有失败的返回都带有下列错误码之一，各传输方式一致；“建议”说明调用方下一步应如何处理。</p>
                """);
    }

    private void code(ErrorCode code, List<ConnectorDescriptor> connectors) {
        page.append("<section class=\"error\" id=\"")
                .append(code.number())
                .append("\">\n<h2><a href=\"#")
                .append(code.number())
                .append("\">")
                .append(code.number())
                .append("</a> ");
        text(ProblemBody.title(code, Locale.ENGLISH));
        page.append("</h2>\n<p>");
        text(code.en());
        page.append(" <span lang=\"zh-CN\">");
        text(code.zh());
        page.append("</span></p>\n<p class=\"faint\">HTTP ")
                .append(code.httpStatus())
                .append(" · <code>")
                .append(code.name())
                .append("</code> · <code>")
                .append(code.advice())
                .append("</code>: ");
        text(en(code.advice()));
        page.append(" <span lang=\"zh-CN\">");
        text(zh(code.advice()));
        page.append("</span></p>\n");
        for (ConnectorDescriptor connector : connectors) {
            for (Failure failure : ErrorsPage.reasonsOf(connector)) {
                if (failure.code() == code) {
                    reason(connector, failure);
                }
            }
        }
        page.append("</section>\n");
    }

    private void reason(ConnectorDescriptor connector, Failure failure) {
        page.append("<p class=\"reason\"><code>");
        text(connector.id() + "/" + failure.reason());
        page.append("</code> ");
        text(failure.wording().en());
        page.append(" <span lang=\"zh-CN\">");
        text(failure.wording().zh());
        page.append("</span></p>\n");
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    private static String en(Advice advice) {
        return switch (advice) {
            case FIX_ARGUMENTS -> "correct the request, then send it again.";
            case RETRY_LATER -> "send the same again after the time in Retry-After.";
            case ASK_OUTCOME -> "ask at /api/calls/{callId} what came of it; do not send it again.";
            case STEP_UP -> "let the customer prove who they are, and call with the new token.";
            case ASK_CUSTOMER -> "tell the customer, and ask what they want instead.";
            case HAND_OFF -> "hand over to a person.";
            case GIVE_UP -> "stop; trying again does not help.";
        };
    }

    private static String zh(Advice advice) {
        return switch (advice) {
            case FIX_ARGUMENTS -> "更正请求后重新发送。";
            case RETRY_LATER -> "按 Retry-After 所示时间后原样重发。";
            case ASK_OUTCOME -> "到 /api/calls/{callId} 查询结果，不要重发。";
            case STEP_UP -> "请客户完成身份验证，再用新令牌调用。";
            case ASK_CUSTOMER -> "告知客户，并询问其意愿。";
            case HAND_OFF -> "转交人工。";
            case GIVE_UP -> "停止，重试无济于事。";
        };
    }
}
