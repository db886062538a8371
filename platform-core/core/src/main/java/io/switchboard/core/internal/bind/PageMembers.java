package io.switchboard.core.internal.bind;

import io.switchboard.connector.PageRequest;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.util.List;
import java.util.Optional;

/** What a {@link PageRequest} is on the wire. */
public final class PageMembers {
    /** The name of the member that says where to begin. */
    public static final String CURSOR = "cursor";
    /** The name of the member that says how many rows. */
    public static final String LIMIT = "limit";

    /** Its members. */
    public static final List<Member> LIST = List.of(
            member(
                    CURSOR,
                    new ValueType.TextType(1, 2_000, ""),
                    new Text("The `next` of the page before; leave it out for the first page.", "上一页返回的 `next`；首页不填。"),
                    ""),
            member(
                    LIMIT,
                    new ValueType.IntegerType(32, 1, PageRequest.MAX_LIMIT),
                    new Text(
                            "The most rows wanted; " + PageRequest.DEFAULT_LIMIT + " where it is left out.",
                            "最多返回的行数；不填则为 " + PageRequest.DEFAULT_LIMIT + "。"),
                    Integer.toString(PageRequest.DEFAULT_LIMIT)));

    private PageMembers() {}

    private static Member member(String name, ValueType type, Text description, String example) {
        return new Member(name, type, true, description, example, Optional.empty(), false, false, false);
    }
}
