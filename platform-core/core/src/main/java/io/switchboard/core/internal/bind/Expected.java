package io.switchboard.core.internal.bind;

import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.util.stream.Collectors;

/** Says what a type expects, for those who sent something else. */
final class Expected {
    static final Text MISSING = new Text("This argument is required.", "此参数必填。");
    static final Text UNKNOWN = new Text("There is no such argument; leave it out.", "没有此参数，请去掉。");
    static final Text REFUSED = new Text("The value is not one this operation takes.", "此操作不接受该值。");
    static final Text NUL = new Text("The text may not hold the character U+0000.", "文本不得包含 U+0000 字符。");

    static final Text HALF = new Text("The text holds half of a character (a lone surrogate).", "文本包含不完整的字符（孤立的代理项）。");
    static final Text BLANK = new Text("A text that is not blank.", "不得为空白。");
    static final Text HANDLE = new Text(
            "A value, or a handle for one of this kind that you were given for this customer in this conversation, unchanged;"
                    + " a handle is forgotten a day after its last use.",
            "应为具体的值，或在本会话中为该客户返回的同类代号（hdl_…），且未经修改；代号在最后一次使用一天后失效。");
    static final Text TWICE = new Text("The same key comes twice.", "键重复。");

    private Expected() {}

    static Text of(ValueType type) {
        if (type instanceof ValueType.TextType) {
            return new Text("A text.", "应为文本。");
        } else if (type instanceof ValueType.BooleanType) {
            return new Text("true or false.", "应为 true 或 false。");
        } else if (type instanceof ValueType.IntegerType integer) {
            return integer.bits() == 32
                    ? new Text("A whole number.", "应为整数。")
                    : new Text("A whole number written as a string.", "应为以字符串表示的整数。");
        } else if (type instanceof ValueType.DecimalType) {
            return new Text("A decimal number written as a string, such as \"12.50\".", "应为以字符串表示的小数，例如 \"12.50\"。");
        } else if (type instanceof ValueType.MoneyType) {
            return new Text(
                    "An object such as {\"amount\":\"12.50\",\"currency\":\"CNY\"}.",
                    "应为对象，例如 {\"amount\":\"12.50\",\"currency\":\"CNY\"}。");
        } else if (type instanceof ValueType.EnumType names) {
            String all =
                    names.constants().stream().map(ValueType.Constant::name).collect(Collectors.joining(", "));
            return new Text("One of " + all + ".", "应为以下之一：" + all + "。");
        } else if (type instanceof ValueType.DateType) {
            return new Text("A date such as 2026-01-31.", "应为日期，例如 2026-01-31。");
        } else if (type instanceof ValueType.InstantType) {
            return new Text("A point in time such as 2026-01-31T12:00:00Z.", "应为时间点，例如 2026-01-31T12:00:00Z。");
        } else if (type instanceof ValueType.DurationType) {
            return new Text("A length of time such as PT4H.", "应为时长，例如 PT4H。");
        } else if (type instanceof ValueType.UriType) {
            return new Text("An absolute URI.", "应为绝对 URI。");
        } else if (type instanceof ValueType.AttachmentType) {
            return new Text(
                    "An object with id, name, mediaType, size and sha256.",
                    "应为包含 id、name、mediaType、size 和 sha256 的对象。");
        } else if (type instanceof ValueType.ListType) {
            return new Text("A list.", "应为列表。");
        } else {
            return new Text("An object.", "应为对象。");
        }
    }

    static Text length(int min, int max) {
        return new Text("From " + min + " to " + max + " characters.", "长度应为 " + min + " 到 " + max + " 个字符。");
    }

    static Text entries(int min, int max) {
        return new Text("From " + min + " to " + max + " entries.", "应有 " + min + " 到 " + max + " 项。");
    }

    static Text range(long min, long max) {
        return new Text("A number from " + min + " to " + max + ".", "应为 " + min + " 到 " + max + " 之间的数。");
    }

    static Text pattern(String pattern) {
        return new Text("A text that matches " + pattern + " as a whole.", "文本须整体匹配 " + pattern + "。");
    }
}
