/**
 * Whether components come back when they are called. A thread that calls them marks each call in
 * its {@link io.sluice.engine.watch.Pulse}; somebody else looks at it now and then with a {@link
 * io.sluice.engine.watch.Watch}, which tells of a call that takes too long.
 */
package io.sluice.engine.watch;
