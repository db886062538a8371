package io.switchboard.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database of a Tryton 6.0, as one user. Signs in by itself, at the first call and when the session has ended. Safe for use from many
 * threads.
 *
 * <p>Calls fail with {@link ConnectorException}s; the cause is a {@link TrytonFault} where Tryton itself answered with an error.
 * Whatever Tryton answers by an error it has undone. Forbidden transitions of a workflow are no errors: Tryton does nothing and says
 * nothing, so the state has to be read afterwards.
 */
public final class Tryton {
    private static final Logger LOG = LoggerFactory.getLogger(Tryton.class);

    private final Rpc rpc;
    private final SignIn signIn;

    /**
     * Nothing is sent yet.
     *
     * @param database the database's name
     */
    public Tryton(Wire wire, String database, Credentials credentials, Clock clock) {
        this(new Rpc(wire, database), new SignIn(credentials, clock));
    }

    private Tryton(Rpc rpc, SignIn signIn) {
        this.rpc = rpc;
        this.signIn = signIn;
    }

    /** The same, with the same session, whose questions go out another way: on behalf of a call, say. */
    public Tryton over(Wire wire) {
        return new Tryton(rpc.over(wire), signIn);
    }

    /** Until when nobody tries to sign in, since the last attempt was refused; empty where it was not. */
    public Optional<Instant> closedUntil() {
        return signIn.closedUntil();
    }

    /** The number of the company that the user works for; empty where it has none. */
    public Optional<Long> company() {
        return signIn.session(rpc).context().get("company") instanceof JsonNode id && id.canConvertToLong()
                ? Optional.of(id.longValue())
                : Optional.empty();
    }

    /** The records that a query selects and this user may see. */
    public List<Row> search(Query query) {
        return search(query, Map.of());
    }

    /**
     * The same, where fields depend on more than the record.
     *
     * @param context what they depend on: for quantities of products the places, say
     */
    public List<Row> search(Query query, Map<String, Object> context) {
        return Row.rows(call(Request.reading(
                        method(query.model(), "search_read"),
                        query.domain(),
                        0,
                        query.limit(),
                        query.order(),
                        query.fields())
                .within(context)));
    }

    /** Whether this user's groups let it make records of a model. */
    public boolean mayCreate(String model) {
        return call(Request.reading("model.ir.model.access.get_access", List.of(model)))
                .path(model)
                .path("create")
                .asBoolean();
    }

    /** Makes a record, and gives its id. */
    public long create(String model, Map<String, ?> values) {
        JsonNode ids = call(Request.writing(method(model, "create"), List.of(values)));
        if (!ids.path(0).canConvertToLong()) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED)
                    .causedBy(new TrytonFault(TrytonFault.Kind.FORM, "no id of what was made", null));
        }
        return ids.path(0).longValue();
    }

    /**
     * Changes a record that is still as it was read; else fails with {@link TrytonFault.Kind#MODIFIED}, and nothing is changed.
     *
     * @param record as it was read
     */
    public void write(Stamp record, Map<String, ?> values) {
        write(List.of(record), values);
    }

    /**
     * Changes records that are all still as they were read, in one transaction; else fails with {@link TrytonFault.Kind#MODIFIED}, and
     * none is changed.
     *
     * @param records of one model, at least one, as they were read
     */
    public void write(List<Stamp> records, Map<String, ?> values) {
        call(Request.writing(method(records.get(0).model(), "write"), Stamp.ids(records), values)
                .within(Stamp.context(records)));
    }

    /**
     * Changes two records of one model, each in its way and in one transaction, if both are still as they were read; else fails with
     * {@link TrytonFault.Kind#MODIFIED}, and neither is changed.
     *
     * @param values none at all: the record counts as changed, and nothing else is
     */
    public void write(Stamp record, Map<String, ?> values, Stamp other, Map<String, ?> otherValues) {
        call(Request.writing(
                        method(record.model(), "write"), List.of(record.id()), values, List.of(other.id()), otherValues)
                .within(Stamp.context(List.of(record, other))));
    }

    /** Deletes a record, where Tryton lets one. */
    public void delete(String model, long id) {
        call(Request.writing(method(model, "delete"), List.of(id)));
    }

    /** Presses a button of a record, such as {@code quote} of a {@code sale.sale}. Read the state afterwards. */
    public void press(String model, String button, long id) {
        call(Request.writing(method(model, button), List.of(id)));
    }

    /**
     * Presses a button of records that are all still as they were read, in one transaction; else fails with {@link
     * TrytonFault.Kind#MODIFIED}, and nothing is done. Read the state afterwards.
     *
     * @param records of one model, at least one, as they were read
     */
    public void press(String button, List<Stamp> records) {
        call(Request.writing(method(records.get(0).model(), button), Stamp.ids(records))
                .within(Stamp.context(records)));
    }

    /**
     * Runs a wizard of one form on a record: opens it, sends the form by one of its buttons, and closes it again.
     *
     * @param wizard its name, such as {@code account.invoice.credit}
     * @param form the form's fields, all of them; empty where the wizard asks nothing
     * @param button the state that the form's button leads to
     * @return the ids of the records that the wizard then shows
     */
    public List<Long> run(String wizard, Map<String, ?> form, String button, String model, long id) {
        JsonNode opened = call(Request.reading(wizard(wizard, "create")));
        JsonNode session = opened.path(0);
        try {
            Map<String, Object> data =
                    form.isEmpty() ? Map.of() : Map.of(opened.path(1).asText(), form);
            JsonNode answer = call(Request.writing(wizard(wizard, "execute"), session, data, button)
                    .within(Map.of("active_model", model, "active_id", id, "active_ids", List.of(id))));
            return shown(answer);
        } finally {
            close(wizard, session);
        }
    }

    private void close(String wizard, JsonNode session) {
        try {
            call(Request.reading(wizard(wizard, "delete"), session));
        } catch (ConnectorException e) {
            // Tryton clears away what is left open; the outcome of the wizard is the answer.
            LOG.info("the wizard {} was left open: {}", wizard, e.code());
        }
    }

    private static List<Long> shown(JsonNode answer) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode action : answer.path("actions")) {
            action.path(1).path("res_id").forEach(each -> ids.add(each.asLong()));
        }
        return ids;
    }

    private JsonNode call(Request request) {
        Session session = signIn.session(rpc);
        try {
            return attempt(session, request);
        } catch (Rpc.Unauthorized ended) {
            // Refused before anything was done, so it may be sent again, whatever it is.
            try {
                return attempt(signIn.after(session, rpc), request);
            } catch (Rpc.Unauthorized again) {
                throw ConnectorException.of(ErrorCode.BACKEND_REFUSED).causedBy(again);
            }
        }
    }

    private JsonNode attempt(Session session, Request request) throws Rpc.Unauthorized {
        Optional<Secret> authorization = Optional.of(session.authorization());
        Retry.Attempt attempt =
                () -> rpc.call(request.method(), request.parameters(session.context()), authorization, request.reads());
        try {
            return request.reads() ? Retry.once(attempt) : attempt.run();
        } catch (Rpc.Locked e) {
            throw ConnectorException.of(ErrorCode.BUSY).causedBy(e);
        }
    }

    private static String method(String model, String name) {
        return "model." + model + "." + name;
    }

    private static String wizard(String wizard, String name) {
        return "wizard." + wizard + "." + name;
    }
}
