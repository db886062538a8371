package io.switchboard.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.launcher.demo.Utterances.Utterance;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UtterancesTest {
    private static final List<String> LABELS = List.of(
            "order_status",
            "edit_personal_details",
            "request_refund",
            "yes",
            "Refund_not_showing_up",
            "card_arrival",
            "compromised_card",
            "report_fraud",
            "thank_you");

    @Test
    void eachSubjectHasSeveralAndNoneIsChangedByJson() throws IOException {
        Utterances utterances = Utterances.shipped(new Random(1));
        for (String label : LABELS) {
            Set<Utterance> said = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                said.add(utterances.about(label));
            }
            assertTrue(said.size() >= 3, label);
            for (Utterance each : said) {
                assertEquals(label, each.label());
                assertTrue(each.collection().matches("banking77|clinc150"), each::toString);
                assertTrue(each.words().matches("[^\"\\\\\\p{Cntrl}]{5,200}"), each::toString);
            }
        }
    }
}
