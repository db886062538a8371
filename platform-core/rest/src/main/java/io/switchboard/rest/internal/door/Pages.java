package io.switchboard.rest.internal.door;

import io.switchboard.rest.internal.answer.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page stands where. Immutable. The reader lets no connector have the names of these.
 *
 * @param status what came of a call
 * @param errors the catalogue of errors
 * @param openApi the document of the operations
 * @param more what other bundles of the hub have under a segment
 */
record Pages(Page status, Page errors, Page openApi, Function<String, Optional<Page>> more) {
    private static final String DOCUMENT = "openapi.json";

    Optional<Page> at(List<String> path) {
        return switch (path.size()) {
            case 2 ->
                path.get(1).equals("errors")
                        ? Optional.of(errors)
                        : path.get(1).equals(DOCUMENT) ? Optional.of(openApi) : more.apply(path.get(1));
            case 3 -> path.get(1).equals("calls") ? Optional.of(status) : more.apply(path.get(1));
            case 4 -> path.get(3).equals(DOCUMENT) ? Optional.of(openApi) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
