package io.switchboard.crm.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Sensitive;
import io.switchboard.crm.spi.ContactPoint;
import java.util.Optional;

/** Which customers are looked for: by one of the two. */
record FindCustomers(
        @Sensitive(DataClass.PHONE)
        @Length(min = 5, max = 32)
        @Matches("[+(0-9][0-9 ()./-]*")
        @Describe(
                en = "The whole telephone number, in any spelling. Give this or the e-mail address.",
                zh = "完整的电话号码，书写格式不限。与电子邮箱二选一。")
        @Example("13800001001")
        Optional<String> phone,

        @Sensitive(DataClass.EMAIL)
        @Length(min = 3, max = 254)
        @Matches("[^@\\s]+@[^@\\s]+")
        @Describe(
                en = "The whole e-mail address, in any case. Give this or the telephone number.",
                zh = "完整的电子邮箱，不区分大小写。与电话号码二选一。")
        Optional<String> email,

        PageRequest page) {
    static final String ONE_OF_TWO = "phone-or-email";

    ContactPoint contact() {
        if (phone.isPresent() == email.isPresent()) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, ONE_OF_TWO)
                    .at(phone.isPresent() ? "email" : "phone");
        }
        return phone.map(ContactPoint::phone)
                .or(() -> email.map(ContactPoint::email))
                .orElseThrow();
    }
}
