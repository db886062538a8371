package io.switchboard.ticket.redmine.internal.reference;

import io.switchboard.connector.check.CheckFinding;
import java.util.Collection;

/** What is told of how a Redmine is set up. */
final class Words {
    private Words() {}

    static CheckFinding noProject(String project) {
        return CheckFinding.fault(
                "There is no project " + project
                        + " that the hub's user may see. Set project to the identifier in its address, and make"
                        + " the user a member of it.",
                "未找到集线器用户可见的项目 " + project + "。请将 project 设为其网址中的标识，并将该用户加入项目。");
    }

    static CheckFinding noTracker(String tracker, Collection<String> there) {
        return CheckFinding.fault(
                "The project has no tracker " + tracker + "; it has " + String.join(", ", there)
                        + ". Set tracker to one of them.",
                "该项目没有跟踪标签 " + tracker + "，现有：" + String.join("、", there) + "。请将 tracker 设为其中之一。");
    }

    static CheckFinding noName(String what, String constant, String name, Collection<String> there) {
        return CheckFinding.fault(
                "For " + constant + " the settings name the " + what + " " + name + ", which is none of "
                        + String.join(", ", there) + ".",
                "设置中 " + constant + " 对应的 " + what + " 为 " + name + "，但 Redmine 中只有：" + String.join("、", there) + "。");
    }

    static CheckFinding unmapped(String what, String name) {
        return CheckFinding.warning(
                "No setting names the " + what + " " + name + "; issues that have it read as "
                        + (what.equals("status") ? "IN_PROGRESS, or CLOSED where it closes them." : "NORMAL."),
                "没有设置对应 Redmine 的 " + what + " " + name + "；读取时按"
                        + (what.equals("status") ? " IN_PROGRESS（关闭类状态按 CLOSED）" : " NORMAL") + "处理。");
    }

    static CheckFinding noField(String key, String name) {
        return CheckFinding.fault(
                "The hub sees no custom field " + name + " of issues (" + key
                        + "). Make it for the tracker and for this project, not for all"
                        + " projects, or write its number: " + key + " = #12.",
                "未看到问题的自定义字段 " + name + "（" + key + "）。请为该跟踪标签和本项目（而非所有项目）创建，或填写编号：" + key + " = #12。");
    }

    static CheckFinding notKept(String key, String name) {
        return CheckFinding.warning(
                "The hub sees no custom field " + name + " of issues (" + key
                        + "), so this is not kept. Leave the setting empty if it need" + " not be.",
                "未看到问题的自定义字段 " + name + "（" + key + "），该项内容不会保存。若不需要，请将此设置留空。");
    }

    static CheckFinding noFilter(String name) {
        return CheckFinding.fault(
                "Listings cannot be narrowed by the custom field " + name + ". Tick \"Used as a filter\" on it.",
                "无法按自定义字段 " + name + " 筛选。请在该字段上勾选“用作过滤条件”。");
    }

    static CheckFinding firstStatus(String tracker) {
        return CheckFinding.fault(
                "New issues of the tracker " + tracker
                        + " get a status that is not the one for NEW. Name it in status.new.",
                "跟踪标签 " + tracker + " 的新问题默认状态不属于 NEW。请在 status.new 中填写该状态。");
    }

    static CheckFinding noMember() {
        return CheckFinding.fault(
                "The hub's user is not a member of the project. Add it, with a role of its own.",
                "集线器用户不是该项目成员。请将其加入并赋予专用角色。");
    }

    static CheckFinding noRights(Collection<String> missing) {
        return CheckFinding.fault(
                "The role of the hub's user lacks " + String.join(", ", missing) + ".",
                "集线器用户的角色缺少权限：" + String.join("、", missing) + "。");
    }

    static CheckFinding ownIssuesOnly() {
        return CheckFinding.fault(
                "The role of the hub's user sees only issues of its own. Let it see all of the project's.",
                "集线器用户的角色只能看到自己的问题。请允许查看项目的全部问题。");
    }

    static CheckFinding administrator() {
        return CheckFinding.warning(
                "The key is an administrator's. Give the hub a user of its own that may do no more than it has to.",
                "该访问键属于管理员。请为集线器设立权限最小的专用用户。");
    }

    static CheckFinding allThere(String project, String tracker) {
        return CheckFinding.right(
                "The project " + project + ", the tracker " + tracker
                        + ", the fields, states and priorities are there.",
                "项目 " + project + "、跟踪标签 " + tracker + "、字段、状态和优先级均已找到。");
    }
}
