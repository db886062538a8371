/**
 * Tests of connectors in plain JUnit: {@link io.switchboard.connector.testkit.ConnectorContract} has those that every connector should
 * pass, and {@link io.switchboard.connector.testkit.FakeHub} is for one's own.
 */
@NullMarked
package io.switchboard.connector.testkit;

import org.jspecify.annotations.NullMarked;
