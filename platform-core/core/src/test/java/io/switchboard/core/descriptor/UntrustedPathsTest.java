package io.switchboard.core.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UntrustedPathsTest {
    private static final ValueType TEXT = new ValueType.TextType(0, 10, "");

    private static Member member(String name, ValueType type, boolean untrusted) {
        return new Member(name, type, false, Text.NONE, "", Optional.empty(), untrusted, false, false);
    }

    private static ValueType.RecordType record(List<Member> members) {
        return new ValueType.RecordType("", Text.NONE, members);
    }

    private static final ValueType.RecordType NOTE = record(List.of(
            member("id", TEXT, false),
            member("text", TEXT, true),
            member("tags", new ValueType.ListType(TEXT, 0, 9), true),
            member("more", new ValueType.MapType(TEXT, 0, 9), true)));

    @Test
    void namesEachByItsPath() {
        ValueType.RecordType all = record(
                List.of(member("first", NOTE, false), member("notes", new ValueType.ListType(NOTE, 0, 9), false)));
        assertEquals(
                List.of(
                        "first.text",
                        "first.tags[]",
                        "first.more.*",
                        "notes[].text",
                        "notes[].tags[]",
                        "notes[].more.*"),
                UntrustedPaths.of(new Result.One(all)));
        assertEquals(
                List.of("items[].text", "items[].tags[]", "items[].more.*"), UntrustedPaths.of(new Result.Paged(NOTE)));
        assertEquals(List.of(), UntrustedPaths.of(new Result.None()));
    }

    @Test
    void saysAllWhereTheListWouldBeLong() {
        List<Member> members = IntStream.range(0, 51)
                .mapToObj(i -> member("m" + i, TEXT, true))
                .toList();
        assertEquals(
                50,
                UntrustedPaths.of(new Result.One(record(members.subList(1, 51))))
                        .size());
        assertEquals(List.of("*"), UntrustedPaths.of(new Result.One(record(members))));
    }
}
