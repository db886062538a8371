package io.switchboard.core.internal.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.contract.Contract;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.pipeline.Loyalty;
import io.switchboard.core.internal.reader.DescriptorReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptContractsTest {
    @TempDir
    private Path folder;

    private final List<AuditRecord> audit = new ArrayList<>();
    private boolean auditFull;
    private String first = "";
    private KeptContracts contracts;

    @BeforeEach
    void open() throws Exception {
        first = Contract.of(DescriptorReader.read(Loyalty.class, false).descriptor())
                .text();
        contracts = started(Acceptance.NONE);
    }

    private KeptContracts started(Acceptance acceptance) {
        return new KeptContracts(
                folder.resolve("contracts"),
                new AuditLog() {
                    @Override
                    public void append(AuditRecord entry, boolean durable) throws AuditUnavailable {
                        if (auditFull) {
                            throw new AuditUnavailable("full");
                        }
                        assertTrue(durable);
                        audit.add(entry);
                    }

                    @Override
                    public boolean healthy() {
                        return !auditFull;
                    }
                },
                () -> "node-1",
                acceptance);
    }

    private ConnectorDescriptor descriptor() throws Exception {
        return Contract.read(first).descriptor();
    }

    private ConnectorDescriptor with(String from, String to) throws Exception {
        assertTrue(first.contains(from));
        return Contract.read(first.replace(from, to)).descriptor();
    }

    /** One more value to be given is what most breaks look like. */
    private ConnectorDescriptor breaking() throws Exception {
        return with("    points: int32 1..1000\n", "    points: int32 1..1000\n    shop: text 1..10\n");
    }

    private ConnectorDescriptor compatible() throws Exception {
        return with("    points: int32 1..1000\n", "    points: int32 1..2000\n");
    }

    private Verdict deploy(ConnectorDescriptor connector) {
        Verdict verdict = contracts.check(connector);
        contracts.offered(verdict, "loyalty 1.1.0");
        return verdict;
    }

    @Test
    void keepsTheFirstAndTellsWhatIsCompatible() throws Exception {
        assertEquals(List.of(), deploy(descriptor()).changes());
        contracts = started(Acceptance.NONE);
        Verdict same = deploy(descriptor());
        assertFalse(same.refused());
        assertEquals(List.of(), same.changes());
        Verdict wider = deploy(compatible());
        assertFalse(wider.refused());
        assertEquals(
                List.of("compatible: points.spend: argument points had a range of 1..1000 and has one of 1..2000."
                        + " / 兼容：points.spend：参数 points 的范围由 1..1000 改为 1..2000。"),
                wider.changes());
        assertEquals(
                Contract.of(compatible()).text(), Files.readString(folder.resolve("contracts/loyalty.v1.contract")));
        assertEquals(List.of(), audit);
    }

    @Test
    void refusesWhatBreaksCallersAndSaysHowToGoOn() throws Exception {
        deploy(descriptor());
        Verdict verdict = deploy(breaking());
        assertTrue(verdict.refused());
        String told = String.join("\n", verdict.mistakes());
        assertTrue(told.contains("breaking: points.spend: argument shop is new and required."), told);
        assertTrue(told.contains("raise the version to 2"), told);
        assertTrue(
                told.contains("contract.accept = loyalty.v1:"
                        + Contract.of(breaking()).digest()),
                told);
        assertTrue(told.contains("不兼容"), told);
        assertFalse(contracts.check(descriptor()).refused(), "what is refused is not remembered");
    }

    @Test
    void acceptsExactlyOneBreakAndRecordsWhoDid() throws Exception {
        deploy(descriptor());
        String key = "loyalty.v1:" + Contract.of(breaking()).digest();
        contracts.accept(Acceptance.of(new String[] {" " + key + " "}, " "));
        assertTrue(String.join("\n", deploy(breaking()).mistakes()).contains("contract.by"));
        contracts.accept(Acceptance.of(new String[] {key}, "Li Wei"));
        ConnectorDescriptor other = with("    points: int32 1..1000\n", "    points: int32 1..10\n");
        assertTrue(deploy(other).refused(), "another break is not accepted with it");
        Verdict verdict = contracts.check(breaking());
        assertTrue(verdict.changes().get(0).contains("accepted by Li Wei"));
        assertEquals(List.of(), audit, "held, and not offered");
        contracts.offered(verdict, "loyalty 2.0.0");
        AuditRecord entry = audit.get(0);
        assertEquals("hub.contract.accept", entry.operation());
        assertEquals("Li Wei", entry.principal());
        assertEquals("node-1", entry.node());
        assertEquals("contract-broken", entry.alarm());
        assertTrue(entry.arguments().contains(Contract.of(breaking()).digest()));
        assertTrue(entry.arguments().contains("loyalty 2.0.0"));
        deploy(breaking());
        assertEquals(1, audit.size(), "it breaks nobody a second time");
    }

    @Test
    void letsADeploymentBeTakenBack() throws Exception {
        deploy(descriptor());
        deploy(compatible());
        Verdict back = deploy(descriptor());
        assertFalse(back.refused());
        assertTrue(back.changes().get(0).startsWith("back to a contract that was accepted before"));
        assertTrue(
                back.changes().get(1).startsWith("breaking: "), back.changes().get(1));
        assertEquals("came-back", audit.get(0).reason());
        assertFalse(deploy(compatible()).refused(), "and forth again");
    }

    @Test
    void refusesWhatItCannotCompare() throws Exception {
        deploy(descriptor());
        Path file = folder.resolve("contracts/loyalty.v1.contract");
        Files.writeString(file, "switchboard-contract 1\nconnector\n");
        String told = String.join("\n", contracts.check(compatible()).mistakes());
        assertTrue(told.contains(file.toString()) && told.contains("Line 2"), told);
        Files.delete(file);
        assertFalse(deploy(breaking()).refused());
    }

    @Test
    void keepsNoBreakThatIsNotAudited() throws Exception {
        deploy(descriptor());
        contracts.accept(Acceptance.of(
                new String[] {"loyalty.v1:" + Contract.of(breaking()).digest()}, "Li Wei"));
        auditFull = true;
        deploy(breaking());
        assertEquals(first, Files.readString(folder.resolve("contracts/loyalty.v1.contract")));
    }

    @Test
    void leavesNoDrafts() throws Exception {
        deploy(descriptor());
        deploy(compatible());
        try (Stream<Path> files = Files.list(folder.resolve("contracts"))) {
            assertEquals(
                    List.of("loyalty.v1.contract", "loyalty.v1.earlier"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }
}
