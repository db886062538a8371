package io.switchboard.core.contract;

import io.switchboard.core.descriptor.Text;
import java.util.List;

/**
 * One difference between two contracts. Immutable.
 *
 * @param weight what it means for callers
 * @param path where it is: {@code loyalty.v1}, an operation's id, or that with the side and the member, such as
 *     {@code balance.get input page.limit} and {@code balance.get output items[].tier}
 * @param sentence what changed, path included
 */
public record ContractChange(Weight weight, String path, Text sentence) {
    /** What a change means for those who call. */
    public enum Weight {
        /** A caller that was right before may now be refused, misled, or shown what was kept from it. */
        BREAKING,
        /** Callers go on as before. */
        COMPATIBLE,
        /** Only what people and agents read is another. */
        TEXT
    }

    /** Whether any of them breaks callers. */
    public static boolean breaks(List<ContractChange> changes) {
        return changes.stream().anyMatch(change -> change.weight() == Weight.BREAKING);
    }

    /** The English sentence behind the weight, such as {@code breaking: balance.get: argument note is new and required.} */
    public String line() {
        return word().en() + ": " + sentence.en();
    }

    /** The line in English and in Chinese, with {@code " / "} between them. */
    public String lineInBoth() {
        return line() + " / " + word().zh() + "：" + sentence.zh();
    }

    private Text word() {
        return switch (weight) {
            case BREAKING -> new Text("breaking", "不兼容");
            case COMPATIBLE -> new Text("compatible", "兼容");
            case TEXT -> new Text("text", "文字");
        };
    }
}
