package io.switchboard.core.internal.contract;

import io.switchboard.core.contract.Contract;
import io.switchboard.core.contract.ContractChange;
import io.switchboard.core.contract.ContractFault;
import io.switchboard.core.descriptor.ConnectorDescriptor;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.contract.Verdict.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last accepted contract of each connector and major, and refuses what breaks it. Safe for use from many threads. */
public final class KeptContracts implements Contracts {
    private static final Logger LOG = LoggerFactory.getLogger(KeptContracts.class);
    private static final int MOST_LINES = 100;

    private final ContractFolder folder;
    private final ContractAudit audit;
    private volatile Acceptance acceptance;

    /** Keeps them in a folder, which is made when it is needed; records breaks under the hub's name in the audit. */
    public KeptContracts(Path folder, AuditLog audit, Supplier<String> node, Acceptance acceptance) {
        this.folder = new ContractFolder(folder);
        this.audit = new ContractAudit(audit, node);
        this.acceptance = acceptance;
    }

    /** Other contracts are accepted from now on. */
    public void accept(Acceptance changed) {
        acceptance = changed;
    }

    @Override
    public Verdict check(ConnectorDescriptor connector) {
        Contract next = Contract.of(connector);
        try {
            Optional<String> last = folder.last(next.name());
            if (last.isEmpty() || last.get().equals(next.text())) {
                return Verdict.unchanged(next);
            }
            return compare(Contract.read(last.get()), next);
        } catch (ContractFault e) {
            return unreadable(next, e.detail().en(), e.detail().zh());
        } catch (IOException | IllegalArgumentException e) {
            return unreadable(next, e.getMessage() + ".", e.getMessage() + "。");
        }
    }

    private Verdict compare(Contract last, Contract next) throws IOException {
        List<ContractChange> changes = last.changesTo(next);
        List<String> lines = lines(changes);
        if (!ContractChange.breaks(changes)) {
            return Verdict.changed(next, lines, Recorded.NOT);
        }
        if (folder.earlier(next.name()).contains(next.digest())) {
            lines.add(
                    0,
                    "back to a contract that was accepted before; callers written since then may be refused / 恢复到以前接受过的契约；此后编写的调用方可能被拒绝");
            return Verdict.changed(next, lines, Recorded.CAME_BACK);
        }
        Acceptance now = acceptance;
        if (now.accepts(next)) {
            lines.add(0, "breaking changes accepted by " + now.by() + " / 不兼容变更已由 " + now.by() + " 接受");
            return Verdict.changed(next, lines, Recorded.ACCEPTED);
        }
        return Verdict.refused(next, mistakes(next, lines, now.names(next)));
    }

    private static List<String> lines(List<ContractChange> changes) {
        List<String> lines = new ArrayList<>(changes.stream()
                .limit(MOST_LINES)
                .map(ContractChange::lineInBoth)
                .toList());
        if (changes.size() > MOST_LINES) {
            int more = changes.size() - MOST_LINES;
            lines.add("and " + more + " more / 另有 " + more + " 项");
        }
        return lines;
    }

    private static List<String> mistakes(Contract next, List<String> lines, boolean named) {
        List<String> mistakes = new ArrayList<>();
        mistakes.add("it breaks those who call " + next.name() + " / 会使 " + next.name() + " 的现有调用方出错");
        mistakes.addAll(lines);
        int major = next.descriptor().version() + 1;
        mistakes.add("take the breaking changes back, or raise the version to " + major
                + ": both majors can run side by side / 撤回不兼容变更，或将版本升为 " + major + "，两个主版本可并行运行");
        mistakes.add(
                named
                        ? "contract.by in etc/io.switchboard.core.cfg is empty: say who accepts it / etc/io.switchboard.core.cfg"
                                + " 中的 contract.by 为空，请写明由谁接受"
                        : "or accept exactly this contract, in etc/io.switchboard.core.cfg: contract.accept = "
                                + Acceptance.key(next)
                                + " and contract.by = your name; the file is then tried again by itself / 或在 etc/io.switchboard.core.cfg"
                                + " 中写入以上两项以接受此契约（contract.by 填写姓名），随后会自动重试该文件");
        return mistakes;
    }

    private Verdict unreadable(Contract next, String en, String zh) {
        Path file = folder.file(next.name());
        return Verdict.refused(
                next,
                List.of("the contract that was accepted before cannot be read: " + file + ": " + en
                        + " Restore the file, or delete it: what is deployed then counts as the first / 无法读取以前接受的契约 "
                        + file + "："
                        + zh + "请恢复该文件，或将其删除，此后部署的版本视为首个版本"));
    }

    @Override
    public synchronized void offered(Verdict verdict, String bundle) {
        Contract now = verdict.contract();
        try {
            Optional<String> last = folder.last(now.name());
            if (verdict.refused() || last.filter(now.text()::equals).isPresent()) {
                return;
            }
            Optional<Contract> before = last.isEmpty() ? Optional.empty() : Optional.of(Contract.read(last.get()));
            if (verdict.recorded() != Recorded.NOT) {
                audit.record(verdict, before, bundle, acceptance.by());
            }
            folder.keep(now, before);
        } catch (IOException | ContractFault | AuditUnavailable e) {
            // It serves all the same; what comes next is held to what was kept before, which is stricter.
            LOG.error("The contract of {} could not be kept: {}", now.name(), e.toString());
        }
    }
}
