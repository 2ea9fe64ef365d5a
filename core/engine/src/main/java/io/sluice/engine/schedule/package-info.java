/**
 * Learning-rate schedules: factors s(t) of the updates of an optimizer. {@link
 * io.sluice.engine.schedule.Schedule} names them all.
 */
package io.sluice.engine.schedule;
