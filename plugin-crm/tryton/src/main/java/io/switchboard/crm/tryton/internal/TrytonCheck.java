package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.tryton.Need;
import io.switchboard.tryton.Readiness;
import io.switchboard.tryton.Tryton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether Tryton lets the hub in, and whether the models and rights are there that customers are made of. */
final class TrytonCheck implements BackendCheck {
    private static final Need COMPLAINTS = new Need(
            EntrySource.COMPLAINT.model(),
            EntrySource.COMPLAINT.fields(),
            "sale_complaint",
            "Sales",
            "complaints",
            "投诉");
    private static final List<Need> NEEDS = List.of(
            new Need(Party.MODEL, Party.FIELDS, "party", "Party Administration", "customers", "客户"),
            new Need(
                    "account.invoice",
                    List.of("total_amount", "amount_to_pay"),
                    "account_invoice",
                    "Account",
                    "what customers have paid",
                    "客户消费金额"),
            new Need(EntrySource.NOTE.model(), EntrySource.NOTE.fields(), "ir", "Party Administration", "notes", "备注"));

    private final Instance instance;

    TrytonCheck(Instance instance) {
        this.instance = instance;
    }

    @Override
    public String backend() {
        return instance.settings().instance();
    }

    @Override
    public List<CheckFinding> check(Duration atMost) {
        Tryton tryton = instance.tryton(atMost);
        List<Need> needs = new ArrayList<>(NEEDS);
        if (instance.settings().complaints()) {
            needs.add(COMPLAINTS);
        }
        List<CheckFinding> findings = new ArrayList<>(Readiness.of(tryton, needs));
        if (tryton.closedUntil().isEmpty()) {
            findings.add(tags(tryton));
        }
        return findings;
    }

    private static CheckFinding tags(Tryton tryton) {
        return tryton.mayCreate(Category.MODEL)
                ? CheckFinding.right("It may make categories for new tags.", "可为新标签创建类别。")
                : CheckFinding.warning(
                        "It may not make categories, so only tags that are categories already can be set; else put its user into the"
                                + " group Party Administration.",
                        "无权创建类别，因此只能使用已有的类别作为标签；否则请将其用户加入“Party Administration”组。");
    }
}
