/** The two folders of a hub that are alive: {@code etc/} and {@code deploy/}. */
@NullMarked
package io.switchboard.deployer.internal;

import org.jspecify.annotations.NullMarked;
