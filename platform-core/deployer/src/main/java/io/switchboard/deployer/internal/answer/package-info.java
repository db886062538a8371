/** What the deployer says of each file. */
@NullMarked
package io.switchboard.deployer.internal.answer;

import org.jspecify.annotations.NullMarked;
