package io.switchboard.connector.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.Stamps.Behaviour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A connector that is at fault in one thing fails the one test that looks for it. */
class ConnectorContractTest {
    @TempDir
    private Path folder;

    private final Optional<String> before = Optional.ofNullable(System.getProperty(ContractFile.ACCEPT));

    @BeforeEach
    void acceptNothing() {
        System.clearProperty(ContractFile.ACCEPT);
    }

    @AfterEach
    void acceptAsBefore() {
        before.ifPresentOrElse(
                value -> System.setProperty(ContractFile.ACCEPT, value),
                () -> System.clearProperty(ContractFile.ACCEPT));
    }

    private ConnectorContract contract(Behaviour behaviour) {
        return new ConnectorContract() {
            @Override
            protected Connector connector() {
                return new Stamps(behaviour, Clock.systemUTC());
            }

            @Override
            protected Optional<Connector> hanging() {
                return Optional.of(connector());
            }

            @Override
            protected Path contractFolder() {
                return folder;
            }
        };
    }

    @Test
    void findsWhatIsNotDeclared() {
        fails(
                contract(Behaviour.THROWS)::failsOnlyAsDeclared,
                "gift.redeem: with {",
                "java.lang.IllegalStateException");
        fails(contract(Behaviour.THROWS)::failsOnlyAsDeclared, "card.get: with {", "Stamps.behave(Stamps.java:");
    }

    @Test
    void mistakesAreToldByOneTestAlone() {
        ConnectorContract mistaken = new ConnectorContract() {
            @Override
            protected Connector connector() {
                return new Mistaken();
            }
        };
        fails(mistaken::hasNoMistakes, "needs @ConnectorType");
        for (Executable other : List.<Executable>of(mistaken::writesOnce, mistaken::keepsItsContract)) {
            String told = assertThrows(AssertionError.class, other).getMessage();
            assertEquals("Mistaken cannot be tried, for the hub would not offer it; hasNoMistakes says why.", told);
        }
    }

    /** Has no id, title or anything else that a connector needs. */
    private static final class Mistaken implements Connector {}

    @Test
    void findsAProbeThatFindsNothing() {
        fails(contract(Behaviour.FORGETS)::writesOnce, "gift.redeem: succeeded, and its probe does not find that");
    }

    @Test
    void findsAThreadThatIsNotGivenBack() {
        Stamps stamps = new Stamps(Behaviour.HANGS_FOR_EVER, Clock.systemUTC());
        Trials trials = new Trials(contract(Behaviour.GOOD));
        fails(new Deadlines(trials, stamps)::check, "card.get: still holds its thread 2 s after its deadline");
        stamps.answer.countDown();
        trials.close();
    }

    @Test
    void findsPersonalDataInTheLog() {
        fails(
                contract(Behaviour.TELLS)::tellsNobodyWhatIsSensitive,
                "gift.redeem: phone stands in the log of " + Stamps.class.getName(),
                "gift.redeem: note stands in the log");
    }

    @Test
    void wantsTheContractToBeCommitted() throws Exception {
        ConnectorContract contract = contract(Behaviour.GOOD);
        fails(contract::keepsItsContract, "stamps.v1.contract yet", "mvn test -Dcontract.accept");
        System.setProperty(ContractFile.ACCEPT, "");
        contract.keepsItsContract();
        System.clearProperty(ContractFile.ACCEPT);
        contract.keepsItsContract();
    }

    @Test
    void tellsWhatChangedAndAcceptsIt() throws Exception {
        ConnectorContract contract = contract(Behaviour.GOOD);
        System.setProperty(ContractFile.ACCEPT, "true");
        contract.keepsItsContract();
        System.clearProperty(ContractFile.ACCEPT);
        Path file = folder.resolve("stamps.v1.contract");
        String committed = Files.readString(file);
        Files.writeString(file, committed.replace("@en How many stamps the customer has.", "@en How many stamps."));
        fails(contract::keepsItsContract, "text: card.get: the description was", "Nobody who calls it breaks");
        System.setProperty(ContractFile.ACCEPT, "");
        contract.keepsItsContract();
        assertEquals(committed, Files.readString(file));
    }

    @Test
    void acceptsABreakByItsWordOnly() throws Exception {
        ConnectorContract contract = contract(Behaviour.GOOD);
        System.setProperty(ContractFile.ACCEPT, "true");
        contract.keepsItsContract();
        Path file = folder.resolve("stamps.v1.contract");
        Files.writeString(file, Files.readString(file).replace("stamps: int32 1..100", "stamps: int32 1..500"));
        fails(contract::keepsItsContract, "breaking: gift.redeem: argument stamps", "raise the version to 2");
        System.setProperty(ContractFile.ACCEPT, "breaking");
        contract.keepsItsContract();
        Files.writeString(file, "<<<<<<<\n");
        fails(contract::keepsItsContract, "is no contract: line 1");
    }

    private static void fails(Executable test, String... words) {
        String told = assertThrows(AssertionError.class, test).toString();
        for (String each : words) {
            assertTrue(told.contains(each), told);
        }
    }
}
