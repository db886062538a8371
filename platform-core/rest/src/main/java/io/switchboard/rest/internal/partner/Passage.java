package io.switchboard.rest.internal.partner;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the entrance to a partner's servlet and back: what it may see of the request, how many threads it may hold, and how what
 * it did is told. Safe for use from many threads.
 */
public final class Passage {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Semaphore threads;

    /** Lets partners' servlets together hold so many threads; what is answered asynchronously holds none. */
    public Passage(int threads) {
        this.threads = new Semaphore(threads);
    }

    /** Goes on with a request that was let in; another one goes nowhere. */
    public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Visit> visit = Visit.of(request);
        if (visit.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PartnerRequest seen = new PartnerRequest(
                request, visit.get().access().caller(), visit.get().bodyLimit());
        PartnerResponse told = new PartnerResponse(response, visit.get());
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // It is within a visit that another dispatch began, and will end.
            chain.doFilter(seen, told);
        } else if (threads.tryAcquire()) {
            try {
                visit(visit.get(), seen, told, chain);
            } finally {
                threads.release();
            }
        } else {
            told.fail(CallFailure.of(
                            ErrorCode.BUSY, "What partners serve takes as many threads as it may.", "合作方服务占用的线程已达上限。")
                    .retryAfter(COME_AGAIN));
        }
    }

    private static void visit(Visit visit, PartnerRequest request, PartnerResponse response, FilterChain chain)
            throws IOException {
        Optional<CallFailure> failure = Optional.empty();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            failure = Optional.of(failure(visit, e));
        }
        if (failure.isEmpty()) {
            End.await(visit, request, response);
        } else if (response.isCommitted()) {
            // What is out cannot be taken back; the audit knows better.
            var unused = visit.access().failed(failure.get());
        } else {
            response.fail(failure.get());
        }
    }

    private static CallFailure failure(Visit visit, Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return CallFailure.of(ErrorCode.TOO_LARGE, String.valueOf(tooLarge.getMessage()), "请求体过大。");
            }
        }
        // Without its message, which may hold what customers own.
        LOG.warn(
                "A servlet of the bundle {} broke in {}: {}",
                visit.bundle(),
                visit.access().callId(),
                thrown.getClass().getName());
        return CallFailure.of(ErrorCode.CONNECTOR_FAULT);
    }
}
