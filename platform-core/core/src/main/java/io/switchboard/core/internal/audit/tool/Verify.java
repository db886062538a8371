package io.switchboard.core.internal.audit.tool;

import io.switchboard.core.internal.audit.AuditVerifier;
import io.switchboard.core.internal.audit.AuditVerifier.Anchor;
import io.switchboard.core.internal.audit.AuditVerifier.Fault;
import io.switchboard.core.internal.audit.AuditVerifier.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Verifies a folder of segments, and says where it is not what was written. */
final class Verify {
    static final Set<String> OPTIONS = Set.of("--anchor");

    private final Texts texts;
    private final PrintWriter out;

    Verify(Texts texts, PrintWriter out) {
        this.texts = texts;
        this.out = out;
    }

    int run(Path folder, Options options) throws IOException, WrongOption {
        Optional<Anchor> anchor = anchor(options);
        Report report = AuditVerifier.verify(folder, anchor);
        out.println(texts.get("verify.read", number(report.oldest()), number(report.newest()), folder));
        if (report.fault().isPresent()) {
            out.println(describe(report.fault().get()));
            return AuditTool.NOT_WHOLE;
        }
        if (anchor.filter(each -> each.record() < report.oldest() - 1).isPresent()) {
            out.println(texts.get("verify.anchor.removed", number(anchor.get().record())));
        }
        out.println(texts.get("verify.whole", new Anchor(report.newest(), report.chain())));
        return AuditTool.WHOLE;
    }

    private static Optional<Anchor> anchor(Options options) throws WrongOption {
        Optional<String> text = options.get("--anchor");
        Optional<Anchor> anchor = text.flatMap(Anchor::parse);
        if (text.isPresent() && anchor.isEmpty()) {
            throw new WrongOption("option.anchor", "--anchor");
        }
        return anchor;
    }

    private String describe(Fault fault) {
        String where =
                texts.get("verify.where", number(fault.segment()), number(fault.offset()), number(fault.record()));
        String what = texts.get("fault." + fault.what(), number(fault.record()), number(fault.upTo()));
        return where + "\n" + what;
    }

    /** As it stands in the files, without separators. */
    private static String number(long value) {
        return Long.toString(value);
    }
}
