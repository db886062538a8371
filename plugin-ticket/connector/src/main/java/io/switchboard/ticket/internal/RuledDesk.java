package io.switchboard.ticket.internal;

import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.internal.dispatch.Decision;
import io.switchboard.ticket.internal.dispatch.DispatchRules;
import io.switchboard.ticket.internal.dispatch.Incident;
import io.switchboard.ticket.internal.dispatch.RuleBook;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.TicketDesk;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes what other plugins hand in, by the rules that hold for callers. */
@Component(service = TicketDesk.class)
public final class RuledDesk implements TicketDesk {
    /** No call waits for it, so the customer's level may take its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Backends backends;
    private final DispatchRules rules;
    private final CustomerLevels levels;
    private final Clock clock;

    /** Tells the time by the system's clock. */
    @Activate
    public RuledDesk(@Reference Backends backends, @Reference DispatchRules rules, @Reference CustomerLevels levels) {
        this(backends, rules, levels, Clock.systemUTC());
    }

    RuledDesk(Backends backends, DispatchRules rules, CustomerLevels levels, Clock clock) {
        this.backends = backends;
        this.rules = rules;
        this.levels = levels;
        this.clock = clock;
    }

    @Override
    public String open(DeskTicket wanted, Act act) {
        return findOpened(wanted.customerId(), act.correlationId()).orElseGet(() -> make(wanted, act));
    }

    @Override
    public Optional<String> findOpened(String customerId, String correlationId) {
        return backends.all().stream()
                .flatMap(
                        instance -> instance
                                .backend()
                                .findCreated(customerId, correlationId)
                                .map(ticket -> instance.mark(ticket.id()))
                                .stream())
                .findFirst();
    }

    private String make(DeskTicket wanted, Act act) {
        Instance instance = backends.inUse();
        RuleBook book = rules.book();
        Optional<Level> level = book.asksForLevels() ? levels.of(wanted.customerId(), PATIENCE) : Optional.empty();
        Incident incident = Incident.of(wanted.kind(), level, wanted.subject(), wanted.text());
        Decision decision = book.decide(incident, wanted.least());
        NewTicket ticket = new NewTicket(
                wanted.customerId(),
                wanted.kind(),
                wanted.subject(),
                wanted.text(),
                decision.priority(),
                decision.flagged(),
                decision.department(),
                decision.due().map(clock.instant()::plus),
                wanted.conversation());
        return instance.mark(instance.backend().create(ticket, act).id());
    }
}
