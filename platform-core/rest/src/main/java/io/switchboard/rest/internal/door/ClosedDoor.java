package io.switchboard.rest.internal.door;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.Text;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Stands where {@link RestDoor} stands while that is not there, because core starts or lacks its configuration: tells callers to come again
 * rather than that there is nothing. It needs no core, and so nothing of it is audited.
 */
@Component(
        service = Servlet.class,
        property = {Constants.SERVICE_RANKING + ":Integer=-1000"})
@HttpWhiteboardServletPattern({"/api/*", "/"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.API + ")")
@SuppressWarnings("serial") // No container of ours writes servlets down.
public final class ClosedDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private final transient SecureRandom random = new SecureRandom();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String traceId = id(TRACE_BYTES);
        ErrorCode code = ErrorCode.NOT_READY;
        Problem problem = new Problem(
                code,
                "",
                new Text(code.en(), code.zh()),
                new Text(
                        "The hub's core is starting, or lacks its configuration; /health/ready says which.",
                        "hub 核心正在启动，或缺少配置；详见 /health/ready。"),
                List.of(),
                Optional.of(COME_AGAIN),
                "",
                id(TRACE_BYTES),
                traceId,
                "00-" + traceId + "-" + id(SPAN_BYTES) + "-00",
                false);
        ProblemAnswer.send(new Exchange(request, response), problem, Needs.NOTHING);
    }

    private String id(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
