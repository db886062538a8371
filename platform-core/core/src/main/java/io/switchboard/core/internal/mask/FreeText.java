package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Shows free text without the personal data in it, each kind of which is treated as the role has it. Immutable. */
public final class FreeText {
    /** What is found in text. */
    static final List<DataClass> FOUND =
            List.of(DataClass.PHONE, DataClass.EMAIL, DataClass.IDENTITY_DOCUMENT, DataClass.BANK_CARD);

    private static final int ROOM = 32;

    private final Map<DataClass, Treatment> treatments = new EnumMap<>(DataClass.class);
    private final boolean scans;

    /** For what a profile says of the kinds of data. */
    public FreeText(MaskingProfile profile) {
        for (DataClass each : FOUND) {
            treatments.put(each, profile.of(each));
        }
        scans = treatments.values().stream().anyMatch(each -> each != Treatment.FULL);
    }

    /** Whether it may give a handle. */
    public boolean givesHandles() {
        return treatments.containsValue(Treatment.HANDLE);
    }

    /** The text as it leaves, without what deceives. */
    public String of(String text, StandIns standIns) {
        String plain = PlainText.of(text);
        List<Hit> hits = scans ? PersonalData.in(plain) : List.of();
        return hits.isEmpty() ? plain : masked(plain, hits, standIns);
    }

    private String masked(String text, List<Hit> hits, StandIns standIns) {
        // A builder copies parts of a text one character after the other, and all of them again at the first Chinese
        // one.
        char[] masked = new char[text.length() + ROOM];
        int length = 0;
        int shown = 0;
        for (Hit hit : hits) {
            String instead = shown(text, hit, standIns);
            int before = hit.from() - shown;
            masked = withRoom(masked, length + before + instead.length() + text.length() - hit.to());
            text.getChars(shown, hit.from(), masked, length);
            instead.getChars(0, instead.length(), masked, length + before);
            length += before + instead.length();
            shown = hit.to();
        }
        text.getChars(shown, text.length(), masked, length);
        return new String(masked, 0, length + text.length() - shown);
    }

    private static char[] withRoom(char[] chars, int length) {
        return length <= chars.length ? chars : Arrays.copyOf(chars, length + length / 2);
    }

    private String shown(String text, Hit hit, StandIns standIns) {
        return switch (treatments.getOrDefault(hit.dataClass(), Treatment.HIDDEN)) {
            case FULL -> text.substring(hit.from(), hit.to());
            case PARTIAL -> PartialText.of(hit.dataClass(), hit.value(text));
            case HANDLE -> {
                String handle = standIns.of(hit.dataClass(), hit.value(text));
                yield handle == null ? PartialText.STARS : handle;
            }
            case HIDDEN -> PartialText.STARS;
        };
    }
}
