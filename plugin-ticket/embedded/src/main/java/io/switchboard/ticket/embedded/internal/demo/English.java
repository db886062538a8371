package io.switchboard.ticket.embedded.internal.demo;

import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketKind;
import java.util.List;

/** What customers write in English. */
final class English {
    static final List<String> PRODUCTS = List.of(
            "kettle",
            "desk lamp",
            "robot vacuum",
            "rain jacket",
            "smart watch",
            "keyboard",
            "air purifier",
            "coffee machine",
            "suitcase",
            "baby monitor");

    static final List<Scenario> SCENARIOS = List.of(
            new Scenario(
                    TicketKind.DELIVERY,
                    "logistics",
                    Priority.NORMAL,
                    "No news of my {product} for three days",
                    "Tracking of order {order} has said \"at the depot\" since Monday. It is a present for Saturday, can you hurry it?",
                    "Sorry about the delay. The depot was overloaded; your parcel is on the van and due the day after tomorrow.",
                    "Carrier has been chased; send another one if it is not out by then.",
                    "Thank you, I hope it makes it in time."),
            new Scenario(
                    TicketKind.DELIVERY,
                    "logistics",
                    Priority.HIGH,
                    "Marked as delivered, but I never got it",
                    "Order {order} says it was handed over at 14:05 yesterday. I was at home and nobody rang. No neighbour has it either.",
                    "We have asked the carrier for the proof of delivery and will tell you within 24 hours.",
                    "Photo shows another door. Treat as lost.",
                    "My doorbell camera shows nobody at all."),
            new Scenario(
                    TicketKind.REFUND,
                    "refunds",
                    Priority.NORMAL,
                    "Please refund my {product}",
                    "The {product} from order {order} does not suit me and is still sealed. I would like the {amount} back.",
                    "Your return is approved. The money goes back to your card within three working days of its arrival.",
                    "Unopened and within 30 days.",
                    "Posted it this morning."),
            new Scenario(
                    TicketKind.REFUND,
                    "refunds",
                    Priority.HIGH,
                    "Refund promised a week ago is not there",
                    "You wrote that {amount} for order {order} had been refunded, but my bank has seen nothing of it.",
                    "Your bank sent it back because the card has expired. Please tell us where to send it instead.",
                    "Bounced at the bank, to be paid again.",
                    "I did get a new card last month. Same bank."),
            new Scenario(
                    TicketKind.RETURN,
                    "refunds",
                    Priority.NORMAL,
                    "Wrong size, can I exchange it?",
                    "The {product} from order {order} is too small. Do you have the next size, and who pays the postage?",
                    "Of course. The first exchange is free; the courier brings the new one and takes the old one along.",
                    "Exchange order made, in stock.",
                    "Great, I am in on Thursday."),
            new Scenario(
                    TicketKind.COMPLAINT,
                    "complaints",
                    Priority.HIGH,
                    "My {product} arrived broken",
                    "Opened order {order} today: the {product} is cracked and the box was crushed. Does nobody check these?",
                    "We are very sorry. A new one leaves today, and you need not send the broken one back.",
                    "Damaged in transit by the photos; claim it from the carrier.",
                    "Please pack it better this time."),
            new Scenario(
                    TicketKind.COMPLAINT,
                    "complaints",
                    Priority.HIGH,
                    "Passed from one agent to the next",
                    "Four calls about order {order}, forty minutes on hold, and the last one hung up on me. This is not good enough.",
                    "That should not have happened. A team leader has listened to the call and rings you back today.",
                    "Confirmed by the recording; coaching arranged.",
                    "I will wait for the call, but not for three days again."),
            new Scenario(
                    TicketKind.PAYMENT,
                    "billing",
                    Priority.HIGH,
                    "Charged twice for one order",
                    "The page froze when I paid for order {order}, so I tried again. Now {amount} has been taken twice.",
                    "We see both payments and have sent one back. It should arrive within two working days.",
                    "Late callback of the payment provider.",
                    "It is back already, thanks."),
            new Scenario(
                    TicketKind.PAYMENT,
                    "billing",
                    Priority.LOW,
                    "Invoice for my company, please",
                    "I need an invoice with our VAT number for order {order}. The receipt is not enough for our accounts.",
                    "The invoice is on its way to the e-mail address of your account.",
                    "VAT number checked.",
                    "Got it, thank you."),
            new Scenario(
                    TicketKind.ACCOUNT,
                    "accounts",
                    Priority.NORMAL,
                    "Cannot sign in with my new number",
                    "My old mobile is gone and the code still goes there. How do I change the number without signing in?",
                    "Please confirm your identity on the page we sent you; the number is changed within two hours.",
                    "Identity matches, change released.",
                    "I am in again."),
            new Scenario(
                    TicketKind.TECHNICAL,
                    "technical-support",
                    Priority.NORMAL,
                    "{product} does not connect since the update",
                    "It worked yesterday. Since last night's update the {product} is not found by the app. I have reset it twice.",
                    "There was a fault in that version. Please install the newest one and pair it again.",
                    "Known fault, mended in tonight's release.",
                    "Works again."),
            new Scenario(
                    TicketKind.QUESTION,
                    "customer-care",
                    Priority.LOW,
                    "How long is the warranty of the {product}?",
                    "I am thinking of buying a {product} for my parents. How long is the warranty, and does it hold abroad?",
                    "Two years on the whole of it, in all of Europe. Within that time we pay the postage.",
                    "Common question, added to the knowledge base.",
                    "That settles it, I will order one."),
            new Scenario(
                    TicketKind.ACCOUNT_STOLEN,
                    "security",
                    Priority.URGENT,
                    "Somebody is in my account",
                    "I got a notice of a sign-in from abroad, and there is an order {order} that I never made. Please lock my account!",
                    "Your account is locked and the order stopped. Please choose a new password and turn on two-step sign-in.",
                    "Foreign device; order stopped, nothing lost.",
                    "Password changed. Thank you for being so quick."),
            new Scenario(
                    TicketKind.PAYMENT_FRAUD,
                    "security",
                    Priority.URGENT,
                    "A payment of {amount} that I did not make",
                    "My bank tells me of {amount} spent in your shop. I have bought nothing. I think my card was copied.",
                    "The payment is on hold and under investigation. Please have your bank block the card as well.",
                    "Goes to a forwarding warehouse on the fraud list; refused.",
                    "The card is blocked. When do I get the money back?"));

    private English() {}
}
