package io.switchboard.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables that authors of connectors read are those of the code. */
class DocumentedErrorsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "connector-api.md");
    private static final Pattern ERROR = Pattern.compile("\\| [0-9]{4} \\|.*");
    private static final Pattern ADVICE = Pattern.compile("\\| `([A-Z_]+)` \\| (?:correct|call|not|have|ask|hand) .*");

    @Test
    void theTableOfErrorsIsTheCatalogue() throws IOException {
        String documented = Files.readAllLines(PAGE).stream()
                .filter(line -> ERROR.matcher(line).matches())
                .map(DocumentedErrorsTest::withoutMeaning)
                .collect(Collectors.joining("\n"));
        assertEquals(
                Arrays.stream(ErrorCode.values()).map(DocumentedErrorsTest::row).collect(Collectors.joining("\n")),
                documented);
    }

    @Test
    void theTableOfAdvicesIsWhole() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .map(ADVICE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .toList();
        assertEquals(Arrays.stream(Advice.values()).map(Enum::name).toList(), documented);
    }

    private static String row(ErrorCode code) {
        return "| %d | %d | `%s` | %s | `%s` | %s | %s | %s |"
                .formatted(
                        code.number(),
                        code.httpStatus(),
                        code.name(),
                        code.category(),
                        code.advice(),
                        code.raisable() ? "yes" : "no",
                        code.en(),
                        code.zh());
    }

    /** The meaning is prose; it is the only column that the code does not have. */
    private static String withoutMeaning(String row) {
        String[] cells = row.split(" \\| ", -1);
        return String.join(
                " | ",
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[cells.length - 2],
                cells[cells.length - 1]);
    }
}
