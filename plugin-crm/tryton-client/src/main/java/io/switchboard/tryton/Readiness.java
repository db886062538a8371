package io.switchboard.tryton;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.check.CheckFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a Tryton lets the hub in, and has what a backend reads. */
public final class Readiness {
    private Readiness() {}

    /**
     * The findings; where the hub is not let in only that one, and {@link Tryton#closedUntil()} then says until when.
     *
     * @throws ConnectorException where Tryton does not answer
     */
    public static List<CheckFinding> of(Tryton tryton, List<Need> needs) {
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
        needs.forEach(need -> findings.add(need.look(tryton)));
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
}
