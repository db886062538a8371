package io.switchboard.ticket.internal.dispatch;

import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is urgent whatever the rules say, for money or an account is being lost meanwhile. A file may add words; it takes none away.
 *
 * @param more words that the file adds
 * @param due within which time such a ticket is dealt with
 */
record Urgency(Words more, Duration due) {
    private static final Set<TicketKind> KINDS = EnumSet.of(TicketKind.ACCOUNT_STOLEN, TicketKind.PAYMENT_FRAUD);
    private static final Words WORDS = new Words(List.of(
            "盗号",
            "被盗",
            "盗刷",
            "账号被人登录",
            "账户被人登录",
            "诈骗",
            "被骗",
            "account stolen",
            "stolen account",
            "account was stolen",
            "account has been stolen",
            "hacked",
            "fraudulent",
            "unauthorized payment",
            "unauthorised payment",
            "unauthorized charge",
            "unauthorised charge",
            "scammed"));

    Decision raise(Decision decision, Incident incident) {
        Optional<String> reason = reason(incident);
        if (reason.isEmpty()) {
            return decision;
        }
        return urgent(decision, reason);
    }

    /** The same, but urgent. */
    Decision urgent(Decision decision, Optional<String> reason) {
        Duration within = decision.due().filter(time -> time.compareTo(due) < 0).orElse(due);
        return new Decision(decision.rule(), decision.department(), Priority.URGENT, true, Optional.of(within), reason);
    }

    private Optional<String> reason(Incident incident) {
        if (KINDS.contains(incident.kind())) {
            return Optional.of(incident.kind().name());
        }
        return WORDS.firstIn(incident.text()).or(() -> more.firstIn(incident.text()));
    }
}
