package io.switchboard.connector.testkit;

import io.switchboard.core.contract.Contract;
import io.switchboard.core.contract.ContractChange;
import io.switchboard.core.contract.ContractFault;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with a connector's contract, as it was committed. */
final class ContractFile {
    /** Set to write the file anew; to {@code breaking} where that breaks callers. */
    static final String ACCEPT = "contract.accept";

    private static final Logger LOG = LoggerFactory.getLogger(ContractFile.class);

    private final Path file;
    private final Contract now;

    ContractFile(Path folder, ConnectorDescriptor connector) {
        now = Contract.of(connector);
        file = folder.resolve(now.fileName());
    }

    void check() throws IOException {
        String accept = System.getProperty(ACCEPT);
        boolean accepts = accept != null && !accept.equals("false");
        if (!Files.exists(file)) {
            if (!accepts) {
                throw new AssertionError("There is no " + file + " yet, in which the contract of " + now.name()
                        + " is kept. Write it, read it and commit it:\n\n    mvn test -D" + ACCEPT + "\n");
            }
            write();
            return;
        }
        List<ContractChange> changes = changes();
        if (changes.isEmpty()) {
            return;
        }
        boolean breaks = ContractChange.breaks(changes);
        if (accepts && (!breaks || accept.equals("breaking"))) {
            write();
            return;
        }
        throw new AssertionError(words(changes, breaks));
    }

    private List<ContractChange> changes() throws IOException {
        try {
            return Contract.read(Files.readString(file)).changesTo(now);
        } catch (ContractFault e) {
            throw new AssertionError(file + " is no contract: " + e.getMessage()
                    + ". Take it from version control again, or delete it and write it anew: mvn test -D" + ACCEPT);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(file + " is of another connector: " + e.getMessage());
        }
    }

    private String words(List<ContractChange> changes, boolean breaks) {
        StringBuilder words =
                new StringBuilder("The connector is not what ").append(file).append(" says:");
        changes.forEach(change -> words.append("\n  - ").append(change.lineInBoth()));
        if (breaks) {
            words.append("\nThis breaks those who call ")
                    .append(now.name())
                    .append(". Take it back, or raise the version to ")
                    .append(now.descriptor().version() + 1)
                    .append(" and offer both for a while. Where nobody calls it yet, accept it:\n\n    mvn test -D")
                    .append(ACCEPT)
                    .append("=breaking\n");
        } else {
            words.append(
                            "\nNobody who calls it breaks. If it is meant, accept it and commit the file:\n\n    mvn test -D")
                    .append(ACCEPT)
                    .append('\n');
        }
        return words.toString();
    }

    private void write() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, now.text());
        LOG.info("{} was written; commit it", file);
    }
}
