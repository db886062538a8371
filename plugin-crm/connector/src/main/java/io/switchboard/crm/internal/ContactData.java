package io.switchboard.crm.internal;

import io.switchboard.connector.DataClass;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;
import io.switchboard.connector.Sensitive;
import io.switchboard.connector.Untrusted;
import java.util.Optional;

/** Where a customer can be reached. */
@SchemaName("ContactData")
record ContactData(
        @Sensitive(DataClass.PHONE) @Describe(en = "The telephone number.", zh = "电话号码。") @Example("13800001001")
        Optional<String> phone,

        @Sensitive(DataClass.EMAIL)
        @Describe(en = "The e-mail address.", zh = "电子邮箱。")
        @Example("li.mingxuan@example.com")
        Optional<String> email,

        @Sensitive(DataClass.ADDRESS)
        @Untrusted
        @Describe(en = "The postal address, on one line.", zh = "通信地址，写在一行内。")
        @Example("上海市浦东新区世纪大道100号8栋1602室")
        Optional<String> address) {}
