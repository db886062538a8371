package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The customer that examples speak of. */
final class DemoShowcase {
    static final String ID = "C-1001";

    private final Instant now;

    DemoShowcase(Instant now) {
        this.now = now;
    }

    Customer customer() {
        return Customer.builder(ID, "李明轩", LocalDate.of(2019, 5, 18))
                .level(Level.GOLD)
                .lifetimeSpend(Money.of("28640.50", "CNY"))
                .phone(Optional.of("13800001001"))
                .email(Optional.of("li.mingxuan@example.com"))
                .address(Optional.of("上海市浦东新区世纪大道100号8栋1602室"))
                .language("zh-CN")
                .tags(List.of("老客户", "数码爱好者"))
                .preferences(List.of(
                        trait("contact-time", "晚上七点以后", "1", 90),
                        trait("contact-channel", "微信", "0.9", 40),
                        trait("delivery", "送货上门，提前半小时电话联系", "0.8", 12)))
                .needs(List.of(trait("phone", "想把旧手机以旧换新，预算五千元左右", "0.85", 6)))
                .build();
    }

    List<Entry> entries() {
        return List.of(
                entry(6, EntryKind.CONTACT, "wechat", "咨询以旧换新", "问手头的旧手机能抵多少钱，预算五千元左右。"),
                entry(9, EntryKind.COMPLAINT, "chat", "快递延误", "蓝牙音箱说好前天到，物流三天没有更新，很着急，要送人的。"),
                entry(12, EntryKind.CONTACT, "phone", "更改送货方式", "以后送货上门，请提前半小时打电话。"),
                entry(40, EntryKind.CONTACT, "wechat", "更换联系方式", "希望有事通过微信联系。"),
                entry(88, EntryKind.CONTACT, "phone", "会员升级回访", "已升级为金卡会员，介绍了专属权益。"),
                entry(151, EntryKind.COMPLAINT, "phone", "重复扣款", "同一笔订单扣了两次款，一笔已原路退回。"),
                entry(233, EntryKind.CONTACT, "email", "补开发票", "需要把平板电脑的发票开成公司抬头。"),
                entry(310, EntryKind.CONTACT, "store", "到店自提", "到店取走订购的耳机。"));
    }

    private Trait trait(String name, String value, String confidence, int days) {
        return Trait.of(name, value, new BigDecimal(confidence), now.minus(days, ChronoUnit.DAYS));
    }

    private Entry entry(int days, EntryKind kind, String channel, String subject, String text) {
        return Entry.builder("", ID, kind, now.minus(days, ChronoUnit.DAYS))
                .channel(channel)
                .subject(subject)
                .text(text)
                .status(DemoCustomer.status(kind, days))
                .build();
    }
}
