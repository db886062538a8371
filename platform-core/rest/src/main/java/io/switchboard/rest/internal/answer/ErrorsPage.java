package io.switchboard.rest.internal.answer;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.catalogue.Catalogue;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.descriptor.Failure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The catalogue of errors, with the reasons that the connectors add to it. For everybody. */
public final class ErrorsPage implements Page {
    private static final int LIMIT = 4 * 1024 * 1024;

    private final Catalogue catalogue;

    /** Tells the reasons of the connectors that a catalogue offers. */
    public ErrorsPage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public boolean hasHtml() {
        return true;
    }

    @Override
    public void answer(Exchange exchange, Arrival arrival, List<String> path) throws IOException {
        if (exchange.prefersHtml()) {
            byte[] page = ErrorsHtml.of(catalogue.current().connectors()).getBytes(StandardCharsets.UTF_8);
            exchange.response().setHeader("Content-Security-Policy", ErrorsHtml.POLICY);
            exchange.send(HttpServletResponse.SC_OK, "text/html;charset=utf-8", page, page.length);
            return;
        }
        BodyBuffer body = new BodyBuffer(LIMIT);
        Rendering rendering = new Rendering(exchange.format(), body, XmlRoot.RESPONSE);
        ValueOutput out = rendering.out();
        out.startRecord();
        out.name("errors");
        out.startList();
        for (ErrorCode code : ErrorCode.values()) {
            error(code, out);
        }
        out.endList();
        out.name("reasons");
        out.startList();
        for (ConnectorDescriptor connector : catalogue.current().connectors()) {
            reasons(connector, out);
        }
        out.endList();
        out.endRecord();
        rendering.finish();
        exchange.send(HttpServletResponse.SC_OK, exchange.format().contentType(), body);
    }

    private static void error(ErrorCode code, ValueOutput out) {
        out.startRecord();
        out.name("code");
        out.number(code.number());
        text("name", code.name(), out);
        text("title", ProblemBody.title(code, Locale.ENGLISH), out);
        out.name("status");
        out.number(code.httpStatus());
        text("category", code.category().name(), out);
        text("advice", code.advice().name(), out);
        wording(new Text(code.en(), code.zh()), out);
        out.endRecord();
    }

    private static void reasons(ConnectorDescriptor connector, ValueOutput out) {
        reasonsOf(connector).forEach(failure -> reason(connector, failure, out));
    }

    /** The reasons that a connector adds, each once. */
    static List<Failure> reasonsOf(ConnectorDescriptor connector) {
        Set<String> told = new HashSet<>();
        List<Failure> reasons = new ArrayList<>();
        for (OperationDescriptor operation : connector.operations()) {
            for (Failure failure : operation.failures()) {
                if (!failure.reason().isEmpty() && told.add(failure.code() + failure.reason())) {
                    reasons.add(failure);
                }
            }
        }
        return reasons;
    }

    private static void reason(ConnectorDescriptor connector, Failure failure, ValueOutput out) {
        out.startRecord();
        text("reason", connector.id() + "/" + failure.reason(), out);
        text("connector", connector.name(), out);
        out.name("code");
        out.number(failure.code().number());
        wording(failure.wording(), out);
        out.endRecord();
    }

    private static void wording(Text wording, ValueOutput out) {
        out.name("wording");
        out.startRecord();
        text("en", wording.en(), out);
        text("zh", wording.zh(), out);
        out.endRecord();
    }

    private static void text(String name, String value, ValueOutput out) {
        out.name(name);
        out.text(value);
    }
}
