package io.switchboard.ticket.embedded.internal.demo;

import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import java.util.List;

/** What customers write in Chinese. */
final class Chinese {
    static final List<String> PRODUCTS =
            List.of("蓝牙音箱", "电饭煲", "扫地机器人", "羽绒服", "儿童手表", "机械键盘", "空气净化器", "咖啡机", "行李箱", "护眼台灯");

    static final List<Scenario> SCENARIOS = List.of(
            new Scenario(
                    TicketKind.DELIVERY,
                    "logistics",
                    Priority.NORMAL,
                    "{product}物流三天没有更新",
                    "订单 {order} 的物流信息停在分拨中心已经三天了，麻烦帮我催一下，周末要送人。",
                    "您好，已联系承运商，包裹因分拨中心爆仓延误，预计后天送达，给您带来不便非常抱歉。",
                    "承运商已加急，若后天仍未派送则补发。",
                    "好的，希望别再拖了。"),
            new Scenario(
                    TicketKind.DELIVERY,
                    "logistics",
                    Priority.HIGH,
                    "显示已签收但没有收到{product}",
                    "订单 {order} 显示昨天下午已签收，可是家里一直有人，没有任何快递上门，驿站也说没有。",
                    "您好，已向承运商发起签收核查，24 小时内回复您核查结果。",
                    "签收照片不是该小区，疑似误投，走丢件流程。",
                    "我查了监控，确实没有人来过。"),
            new Scenario(
                    TicketKind.REFUND,
                    "refunds",
                    Priority.NORMAL,
                    "{product}申请七天无理由退款",
                    "订单 {order} 的{product}没有拆封，想申请七天无理由退款，金额 {amount} 元，请问多久到账？",
                    "您好，退款申请已通过，请将商品寄回，签收后 1 至 3 个工作日原路退回。",
                    "未拆封，符合无理由退货条件。",
                    "已经寄出，运单号发给在线客服了。"),
            new Scenario(
                    TicketKind.REFUND,
                    "refunds",
                    Priority.HIGH,
                    "退款一周了还没有到账",
                    "订单 {order} 退款 {amount} 元，页面显示已退款，但银行卡一直没有收到，已经一周了。",
                    "您好，银行反馈该笔退款因卡号变更被退回，请提供新的收款方式，我们优先处理。",
                    "退款流水已核对，银行退票，需重新打款。",
                    "我换过卡，可以退到支付宝吗？"),
            new Scenario(
                    TicketKind.RETURN,
                    "refunds",
                    Priority.NORMAL,
                    "{product}尺寸不合适想换货",
                    "收到的{product}比想象中小，订单 {order}，想换大一号，需要我承担运费吗？",
                    "您好，可以为您换货，首次换货运费由我们承担，快递员会上门取件。",
                    "换货单已建，库存充足。",
                    "太好了，明天上午我在家。"),
            new Scenario(
                    TicketKind.COMPLAINT,
                    "complaints",
                    Priority.HIGH,
                    "{product}收到就是坏的",
                    "订单 {order} 的{product}打开包装就有裂痕，外箱也压扁了，质检是怎么做的？",
                    "非常抱歉，我们将立即为您补发一件新的，破损件无需寄回，另补偿 20 元优惠券。",
                    "照片已确认为运输破损，向承运商索赔。",
                    "补发可以，请这次包好一点。"),
            new Scenario(
                    TicketKind.COMPLAINT,
                    "complaints",
                    Priority.HIGH,
                    "客服态度差，推来推去",
                    "为了订单 {order} 的事打了四次电话，每次都让我等，最后一位直接挂断了，我要投诉。",
                    "非常抱歉给您带来不好的体验，主管已核实通话录音，将在今天内给您回电。",
                    "录音属实，已安排该员工复训。",
                    "我等你们电话，不要再让我等三天。"),
            new Scenario(
                    TicketKind.PAYMENT,
                    "billing",
                    Priority.HIGH,
                    "同一笔订单扣了两次款",
                    "订单 {order} 支付时页面卡住，我又付了一次，结果扣了两次 {amount} 元，请退回一笔。",
                    "您好，已确认重复支付，其中一笔已原路退回，预计 1 至 2 个工作日到账。",
                    "支付渠道回调超时导致，已退重复款。",
                    "收到退款短信了，谢谢。"),
            new Scenario(
                    TicketKind.PAYMENT,
                    "billing",
                    Priority.LOW,
                    "申请补开增值税专用发票",
                    "订单 {order} 需要补开公司抬头的专票，税号和开户行在附言里，麻烦尽快。",
                    "您好，专票已开具，电子版已发送至您预留的邮箱，请查收。",
                    "抬头与税号校验一致。",
                    "收到，谢谢。"),
            new Scenario(
                    TicketKind.ACCOUNT,
                    "accounts",
                    Priority.NORMAL,
                    "换手机号后无法登录",
                    "原来的手机号已经注销，现在收不到验证码，想改绑新手机号，应该怎么办？",
                    "您好，请在页面提交实名认证，审核通过后即可改绑，一般两小时内完成。",
                    "实名信息一致，已放行改绑。",
                    "已经可以登录了。"),
            new Scenario(
                    TicketKind.TECHNICAL,
                    "technical-support",
                    Priority.NORMAL,
                    "{product}连不上手机应用",
                    "{product}昨天还好好的，今天更新以后一直连不上，重启和重置都试过了。",
                    "您好，新版本存在兼容问题，请升级到最新的修复版本，升级后重新配对即可。",
                    "已知缺陷，修复版今晚发布。",
                    "升级以后好了。"),
            new Scenario(
                    TicketKind.QUESTION,
                    "customer-care",
                    Priority.LOW,
                    "{product}的保修期是多久",
                    "想买一个{product}送给父母，请问保修多久，全国联保吗？坏了寄修运费谁出？",
                    "您好，整机保修一年，主要部件三年，全国联保，保修期内往返运费由我们承担。",
                    "常见问题，已补充到知识库。",
                    "明白了，那我下单。"),
            new Scenario(
                    TicketKind.ACCOUNT_STOLEN,
                    "security",
                    Priority.URGENT,
                    "账号被盗，有陌生订单",
                    "刚刚收到异地登录提醒，账号里多了一笔不是我下的订单 {order}，请马上冻结我的账号！",
                    "您好，账号已临时冻结，陌生订单已拦截，请尽快修改密码并开启两步验证。",
                    "异地设备登录，订单已拦截，未造成损失。",
                    "密码已改，太感谢了。"),
            new Scenario(
                    TicketKind.PAYMENT_FRAUD,
                    "security",
                    Priority.URGENT,
                    "银行卡被盗刷 {amount} 元",
                    "银行短信说在你们平台消费 {amount} 元，可我没有买过任何东西，怀疑银行卡被盗刷。",
                    "您好，该笔交易已冻结并提交风控核查，建议您同时联系发卡行挂失。",
                    "收货地址为转运仓，命中欺诈名单，已拒付。",
                    "已经挂失了，请尽快退款。"));

    private Chinese() {}
}
