package io.switchboard.ecommerce.embedded.internal;

import java.util.List;

/** What the demo's shop sells. */
record DemoProduct(String sku, String nameZh, String name, String yuan, String pounds, int available) {
    static final DemoProduct SPEAKER = new DemoProduct("SPK-200", "蓝牙音箱", "Bluetooth speaker", "399.00", "44.90", 37);
    static final DemoProduct HEADPHONES =
            new DemoProduct("HDP-700", "降噪耳机", "Noise-cancelling headphones", "1299.00", "149.00", 12);
    static final DemoProduct CABLE = new DemoProduct("CBL-001", "数据线", "Charging cable", "29.90", "3.50", 1450);
    static final DemoProduct COVER = new DemoProduct("CVR-110", "平板保护套", "Tablet cover", "89.00", "12.00", 260);
    static final DemoProduct TABLET = new DemoProduct("TAB-011", "平板电脑", "Tablet", "2899.00", "329.00", 0);

    static final List<DemoProduct> ALL = List.of(
            SPEAKER,
            HEADPHONES,
            CABLE,
            COVER,
            TABLET,
            new DemoProduct("KBD-087", "机械键盘", "Mechanical keyboard", "459.00", "59.00", 88),
            new DemoProduct("MSE-030", "无线鼠标", "Wireless mouse", "129.00", "19.90", 301),
            new DemoProduct("LMP-015", "护眼台灯", "Desk lamp", "219.00", "32.50", 64),
            new DemoProduct("KTL-017", "电热水壶", "Kettle", "159.00", "27.00", 5),
            new DemoProduct("MON-027", "显示器", "Monitor", "1599.00", "189.00", 23),
            new DemoProduct("VAC-900", "扫地机器人", "Robot vacuum cleaner", "1999.00", "249.00", 0),
            new DemoProduct("SCL-004", "智能体重秤", "Bathroom scales", "99.00", "17.50", 140));
}
