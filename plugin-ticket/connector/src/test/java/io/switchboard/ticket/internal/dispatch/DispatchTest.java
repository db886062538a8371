package io.switchboard.ticket.internal.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.crm.spi.Level;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final Map<String, Object> RULES = Map.of(
            "rule.20.words", "退款，refund",
            "rule.20.department", "refunds",
            "rule.100.types", "refund, RETURN",
            "rule.100.department", "late",
            "rule.10.types", "REFUND",
            "rule.10.levels", "GOLD,PLATINUM",
            "rule.10.department", "vip",
            "rule.10.priority", "high",
            "rule.10.due", "PT4H",
            "default.department", "all");

    @Test
    void firstRuleByNumberThatFitsFires() {
        assertEquals("10", rule(TicketKind.REFUND, Optional.of(Level.GOLD), "refund"));
        assertEquals("20", rule(TicketKind.REFUND, Optional.of(Level.SILVER), "I want a REFUND"));
        assertEquals("20", rule(TicketKind.REFUND, Optional.empty(), "ｒｅｆｕｎｄｅｄ?"));
        assertEquals("20", rule(TicketKind.OTHER, Optional.empty(), "我要退\u200b款"));
        assertEquals("100", rule(TicketKind.RETURN, Optional.empty(), "prefund"));
        assertEquals("default", rule(TicketKind.OTHER, Optional.empty(), "hello"));
    }

    @Test
    void ruleSaysWhoHowSoonAndHowPressing() {
        Decision decision = book(RULES).decide(Incident.of(TicketKind.REFUND, Optional.of(Level.PLATINUM), ""));
        assertEquals("vip", decision.department());
        assertEquals(Priority.HIGH, decision.priority());
        assertFalse(decision.flagged());
        assertEquals(Optional.of(Duration.ofHours(4)), decision.due());
        assertEquals(Optional.empty(), decision.urgent());
    }

    @Test
    void urgentKindsAndWordsAreUrgentWhateverTheRulesSay() {
        Map<String, Object> lazy = Map.of(
                "rule.1.types", "ACCOUNT_STOLEN,PAYMENT_FRAUD,OTHER",
                "rule.1.department", "queue",
                "rule.1.priority", "LOW",
                "rule.1.flag", "false",
                "rule.1.due", "P30D",
                "urgent.words", "着火");
        for (Incident incident : List.of(
                Incident.of(TicketKind.ACCOUNT_STOLEN, Optional.empty(), "hm"),
                Incident.of(TicketKind.PAYMENT_FRAUD, Optional.empty(), "hm"),
                Incident.of(TicketKind.OTHER, Optional.empty(), "我被盗号了"),
                Incident.of(TicketKind.OTHER, Optional.empty(), "My account was HACKED"),
                Incident.of(TicketKind.OTHER, Optional.empty(), "插座着火了"))) {
            Decision decision = book(lazy).decide(incident);
            assertEquals("queue", decision.department());
            assertEquals(Priority.URGENT, decision.priority());
            assertTrue(decision.flagged());
            assertEquals(Optional.of(Duration.ofHours(1)), decision.due());
            assertTrue(decision.urgent().isPresent());
        }
        assertEquals(
                Priority.LOW,
                book(lazy)
                        .decide(Incident.of(TicketKind.OTHER, Optional.empty(), "hello"))
                        .priority());
    }

    @Test
    void earlierDueTimeOfAnUrgentTicketStays() {
        Map<String, Object> fast =
                Map.of("rule.1.types", "PAYMENT_FRAUD", "rule.1.department", "security", "rule.1.due", "PT10M");
        assertEquals(
                Optional.of(Duration.ofMinutes(10)),
                book(fast)
                        .decide(Incident.of(TicketKind.PAYMENT_FRAUD, Optional.empty(), ""))
                        .due());
    }

    @Test
    void allMistakesAreToldInOneLine() {
        Map<String, Object> wrong = new HashMap<>(Map.of(
                "rule.1.types", "REFUNDS",
                "rule.1.departement", "x",
                "rule.2.department", "y",
                "rule.3.words", " ,，",
                "rule.3.department", "z",
                "rule.3.due", "4h",
                "rule.3.priority", "SOON",
                "rule.3.flag", "yes",
                "colour", "red"));
        wrong.put("rule.4.levels", "");
        String line = Objects.requireNonNullElse(
                assertThrows(IllegalArgumentException.class, () -> book(wrong)).getMessage(), "");
        for (String part : List.of(
                "rule.1.types has REFUNDS",
                "rule.1.departement is not known",
                "rule.1.department is missing",
                "rule.2 has none of types, words, levels",
                "rule.3.words names nothing",
                "rule.3.due is not a time",
                "rule.3.priority has SOON",
                "rule.3.flag is neither",
                "rule.4.levels is empty",
                "colour is not known")) {
            assertTrue(line.contains(part), () -> part + " in " + line);
        }
        assertEquals(1, line.lines().count());
    }

    @Test
    void mistakesLeaveTheLastGoodRulesInForce() {
        DispatchRules rules = new DispatchRules(RULES);
        rules.read(Map.of("rule.1.department", "nobody"));
        assertEquals(3, rules.book().rules().size());
        rules.read(Map.of("rule.1.types", "OTHER", "rule.1.department", "new", "service.pid", "x", "felix.a", "b"));
        assertEquals(1, rules.book().rules().size());
        rules.read(Map.of());
        assertEquals(RuleBook.BUILT_IN, rules.book());
    }

    @Test
    void shippedRulesAreWithoutMistakes() throws IOException {
        Properties shipped = new Properties();
        Path file = Path.of("../../distribution/assembly/src/main/etc", DispatchRules.PID + ".cfg");
        try (Reader reader = Files.newBufferedReader(file)) {
            shipped.load(reader);
        }
        Map<String, Object> settings = new HashMap<>();
        shipped.forEach((key, value) -> settings.put(String.valueOf(key), value));
        RuleBook book = book(settings);
        assertEquals("security", department(book, TicketKind.OTHER, "我的账号被盗号了"));
        assertEquals("refunds", department(book, TicketKind.REFUND, "please"));
        assertEquals("logistics", department(book, TicketKind.DELIVERY, "包裹丢失"));
        assertEquals("refunds", department(book, TicketKind.OTHER, "我要退款"));
        assertEquals("complaints", department(book, TicketKind.QUESTION, "I will call my lawyer"));
        assertEquals("customer-care", department(book, TicketKind.QUESTION, "你们几点开门？"));
        assertTrue(book.asksForLevels());
    }

    private static String department(RuleBook book, TicketKind kind, String text) {
        return book.decide(Incident.of(kind, Optional.empty(), text)).department();
    }

    private static String rule(TicketKind kind, Optional<Level> level, String text) {
        return book(RULES).decide(Incident.of(kind, level, text)).rule();
    }

    private static RuleBook book(Map<String, Object> settings) {
        return new RuleFile(settings).book();
    }
}
