/**
 * What a shop and a carrier have to do for the hub: the {@link io.switchboard.ecommerce.spi.OrderBackend}, the {@link
 * io.switchboard.ecommerce.spi.LogisticsBackend}, what they speak in, and what they tell ({@link io.switchboard.ecommerce.spi.ShopEvents}).
 */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.ecommerce.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
