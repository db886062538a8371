package io.switchboard.tryton;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.check.CheckFinding;
import java.util.List;
import java.util.Objects;

/**
 * A model that a backend reads, and what it takes to read it. Immutable.
 *
 * @param model the model's name
 * @param fields what is read of it, as in a {@link Query}
 * @param module the module of Tryton that has it
 * @param group the group whose members may read it
 * @param en what it is for, in English, within a sentence
 * @param zh the same in Chinese
 */
public record Need(String model, List<String> fields, String module, String group, String en, String zh) {
    /** Refuses nulls; copies the list. */
    public Need {
        Objects.requireNonNull(model, "model");
        fields = List.copyOf(fields);
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(zh, "zh");
    }

    /** Whether it is there and may be read. */
    CheckFinding look(Tryton tryton) {
        try {
            tryton.search(Query.of(model, List.of(), 1, fields));
            return CheckFinding.right("It may read " + en + ".", "可读取" + zh + "。");
        } catch (ConnectorException e) {
            TrytonFault.Kind kind = TrytonFault.kind(e).orElseThrow(() -> e);
            return switch (kind) {
                case REFUSED ->
                    CheckFinding.fault(
                            "It may not read " + en + " (" + model + "); put its user into the group " + group + ".",
                            "无权读取" + zh + "（" + model + "）；请将其用户加入“" + group + "”组。");
                case PROGRAM ->
                    CheckFinding.fault(
                            "There are no " + en + " as the hub knows them (" + model + "); activate the module "
                                    + module + " of Tryton 6.0.",
                            "没有集线器所需的" + zh + "（" + model + "）；请启用 Tryton 6.0 的 " + module + " 模块。");
                case MODIFIED, CONTENDED, WARNED, DATABASE, FORM -> throw e;
            };
        }
    }
}
