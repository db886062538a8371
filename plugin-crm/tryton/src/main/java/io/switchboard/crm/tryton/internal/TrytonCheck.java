package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.TrytonFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Tryton lets the hub in, and whether the models and rights are there that customers are made of. */
final class TrytonCheck implements BackendCheck {
    /** A model, what it takes to read it, and what it is for. */
    private record Need(String model, List<String> fields, String module, String group, String en, String zh) {}

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
        Optional<Instant> closed = tryton.closedUntil();
        if (closed.isPresent()) {
            return List.of(refused(closed.get()));
        }
        List<CheckFinding> findings = new ArrayList<>();
        try {
            findings.add(company(tryton.company()));
        } catch (ConnectorException e) {
            Instant until = tryton.closedUntil().orElseThrow(() -> e);
            return List.of(refused(until));
        }
        NEEDS.forEach(need -> findings.add(look(tryton, need)));
        if (instance.settings().complaints()) {
            findings.add(look(tryton, COMPLAINTS));
        }
        findings.add(tags(tryton));
        return findings;
    }

    private static CheckFinding refused(Instant until) {
        return CheckFinding.fault(
                "Tryton refused the login or the password; correct login and .login.password. As Tryton locks users after six bad"
                        + " logins, the hub tries again at " + until + ", or when the file is changed.",
                "Tryton 拒绝了登录名或密码；请更正 login 与 .login.password。Tryton 会在六次失败后锁定用户，因此集线器将于 " + until + " 或配置文件修改后重试。");
    }

    private static CheckFinding company(Optional<Long> company) {
        return company.isPresent()
                ? CheckFinding.right("The hub's user is signed in and works for a company.", "集线器用户已登录，并已设置公司。")
                : CheckFinding.fault(
                        "The hub's user works for no company; set one in its preferences.", "集线器用户未设置公司；请在其首选项中设置。");
    }

    private static CheckFinding look(Tryton tryton, Need need) {
        try {
            tryton.search(Query.of(need.model(), List.of(), 1, need.fields()));
            return CheckFinding.right("It may read " + need.en() + ".", "可读取" + need.zh() + "。");
        } catch (ConnectorException e) {
            TrytonFault.Kind kind = TrytonFault.kind(e).orElseThrow(() -> e);
            return switch (kind) {
                case REFUSED ->
                    CheckFinding.fault(
                            "It may not read " + need.en() + " (" + need.model() + "); put its user into the group "
                                    + need.group() + ".",
                            "无权读取" + need.zh() + "（" + need.model() + "）；请将其用户加入“" + need.group() + "”组。");
                case PROGRAM ->
                    CheckFinding.fault(
                            "There are no " + need.en() + " as the hub knows them (" + need.model()
                                    + "); activate the module " + need.module() + " of Tryton 6.0.",
                            "没有集线器所需的" + need.zh() + "（" + need.model() + "）；请启用 Tryton 6.0 的 " + need.module()
                                    + " 模块。");
                case MODIFIED, WARNED, DATABASE, FORM -> throw e;
            };
        }
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
