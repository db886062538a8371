package io.switchboard.connector.testkit.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/** Hears all that is logged, at every level, whether or not it is written anywhere. Safe for use from many threads. */
public final class LogWatch implements AutoCloseable {
    private static final String FAILURES = "io.switchboard.core.internal.pipeline.ConnectorFailures";

    private final LoggerContext context;
    private final Ear ear = new Ear();
    private final OtherEar other = new OtherEar();

    /**
     * Begins to listen.
     *
     * @throws AssertionError where the log of the tests is another than Logback
     */
    public LogWatch() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
            throw new AssertionError("The testkit reads the log of the tests, and that is "
                    + LoggerFactory.getILoggerFactory().getClass().getName()
                    + ". Leave other SLF4J providers than Logback out of the tests' class path.");
        }
        context = logback;
        context.addTurboFilter(ear);
        LogManager.getLogManager().getLogger("").addHandler(other);
    }

    private record Line(String logger, boolean error, String text) {}

    private static final class Ear extends TurboFilter {
        private final List<Line> lines = new CopyOnWriteArrayList<>();

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            if (format == null) {
                // Somebody asks whether the level is on before it goes on to log.
                return FilterReply.ACCEPT;
            }
            StringBuilder text = new StringBuilder(
                    MessageFormatter.arrayFormat(format, parameters).getMessage());
            if (thrown != null) {
                text.append('\n').append(trace(thrown));
            }
            if (parameters != null
                    && parameters.length > 0
                    && parameters[parameters.length - 1] instanceof Throwable last) {
                text.append('\n').append(trace(last));
            }
            lines.add(new Line(logger.getName(), level == Level.ERROR, text.toString()));
            return FilterReply.NEUTRAL;
        }

        private static String trace(Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static final class OtherEar extends Handler {
        private final List<Line> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            String logger = entry.getLoggerName() == null ? "" : entry.getLoggerName();
            lines.add(new Line(logger, false, new SimpleFormatter().format(entry)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** What the hub logged of a call that ended by a fault of its connector. */
    public Optional<String> connectorFault(String callId) {
        return ear.lines.stream()
                .filter(line -> line.error() && line.logger().equals(FAILURES))
                .map(Line::text)
                .filter(text -> text.contains(callId))
                .findFirst();
    }

    /** The loggers that wrote a text. */
    public List<String> loggersOf(String text) {
        return Stream.concat(ear.lines.stream(), other.lines.stream())
                .filter(line -> line.text().contains(text))
                .map(Line::logger)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        context.getTurboFilterList().remove(ear);
        LogManager.getLogManager().getLogger("").removeHandler(other);
    }
}
