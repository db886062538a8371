package io.switchboard.crm.embedded.internal;

import io.switchboard.crm.spi.EntryKind;
import java.util.List;

/** What invented customers are made of, in one language. */
record DemoWords(
        String language,
        String currency,
        List<String> families,
        List<String> forenames,
        List<String> streets,
        List<String> tags,
        List<String> hours,
        List<String> deliveries,
        List<String> needs,
        List<Told> told) {

    /** What a customer once told the company. */
    record Told(EntryKind kind, String channel, String subject, String text) {}

    static final DemoWords CHINESE = new DemoWords(
            "zh-CN",
            "CNY",
            List.of("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗".split("")),
            List.of(
                    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "雨桐", "子涵", "欣怡", "浩然",
                    "思远", "佳怡", "志强", "建国"),
            List.of(
                    "上海市浦东新区世纪大道",
                    "北京市朝阳区建国路",
                    "广州市天河区体育西路",
                    "深圳市南山区科技南路",
                    "杭州市西湖区文三路",
                    "成都市武侯区天府大道",
                    "武汉市洪山区珞喻路",
                    "南京市鼓楼区中山路"),
            List.of("老客户", "数码爱好者", "企业采购", "价格敏感", "喜欢新品", "母婴", "常送礼"),
            List.of("工作日上午", "晚上七点以后", "周末", "不要打电话，发短信即可"),
            List.of("送货上门", "放快递柜", "放门卫处"),
            List.of("想换一台更安静的洗衣机", "准备给办公室采购十台显示器", "宝宝快一岁，需要大一号的安全座椅"),
            List.of(
                    contact("phone", "咨询发票", "公司抬头换了，问已开的发票能不能重开。"),
                    contact("wechat", "咨询会员等级", "问还差多少消费可以升级会员。"),
                    contact("chat", "修改收货地址", "搬家了，以后的订单都寄到新地址。"),
                    contact("email", "询问保修期", "耳机买了十个月，右耳没有声音，问是否还在保修期内。"),
                    contact("phone", "回访", "对上次的维修满意，没有其他问题。"),
                    contact("store", "到店自提", "到店取货，顺便问了以旧换新的办法。"),
                    complaint("phone", "快递延误", "说好前天到的包裹到现在还没有收到，物流三天没有更新。"),
                    complaint("chat", "商品破损", "打开包装发现屏幕有裂纹，要求换货。"),
                    complaint("wechat", "重复扣款", "同一笔订单扣了两次钱，要求尽快退回一笔。"),
                    complaint("email", "客服态度", "昨天的客服没听完问题就挂断了电话。")));

    static final DemoWords BRITISH = new DemoWords(
            "en-GB",
            "GBP",
            List.of(
                    "Archer",
                    "Baker",
                    "Carter",
                    "Dawson",
                    "Ellis",
                    "Fletcher",
                    "Gardner",
                    "Harding",
                    "Irving",
                    "Jennings",
                    "Kerr",
                    "Lawson",
                    "Mercer"),
            List.of(
                    "Olivia", "Amelia", "Isla", "Grace", "Ella", "Freya", "Ruby", "George", "Arthur", "Noah", "Leo",
                    "Oscar", "Henry", "Theo", "Alfie", "Harriet", "Edith"),
            List.of(
                    "Station Road, Leeds",
                    "Mill Lane, York",
                    "Church Street, Bath",
                    "Park Avenue, Bristol",
                    "Queen Street, Oxford",
                    "Harbour Road, Plymouth"),
            List.of(
                    "loyal",
                    "early-adopter",
                    "business-buyer",
                    "price-conscious",
                    "buys-gifts",
                    "outdoor",
                    "new-parent"),
            List.of("weekday mornings", "after 7 pm", "weekends", "no calls, please write"),
            List.of("to the door", "to a parcel locker", "leave it with a neighbour"),
            List.of("wants a quieter washing machine", "equips an office of ten people", "needs a larger child seat"),
            List.of(
                    contact(
                            "phone",
                            "Question about an invoice",
                            "The company has a new name; can the invoice be reissued?"),
                    contact("chat", "Membership level", "Asked how much is missing to the next level."),
                    contact("chat", "New delivery address", "Has moved; all further orders go to the new address."),
                    contact(
                            "email",
                            "Is it still under warranty?",
                            "Headphones bought ten months ago, the right side is silent."),
                    contact("phone", "Call back after a repair", "Happy with the repair, nothing else to settle."),
                    contact("store", "Collected an order", "Asked about trading in an old phone at the same time."),
                    complaint(
                            "phone",
                            "Parcel is late",
                            "Promised for the day before yesterday, no news of it for three days."),
                    complaint(
                            "chat",
                            "Arrived broken",
                            "The screen was cracked when the box was opened; wants another one."),
                    complaint(
                            "email", "Charged twice", "The same order was charged twice; wants one of them back soon."),
                    complaint("email", "Rude on the phone", "The agent hung up before the question was finished.")));

    private static Told contact(String channel, String subject, String text) {
        return new Told(EntryKind.CONTACT, channel, subject, text);
    }

    private static Told complaint(String channel, String subject, String text) {
        return new Told(EntryKind.COMPLAINT, channel, subject, text);
    }
}
