/**
 * What can be used: a {@link io.sluice.engine.catalog.Catalog} of each kind of component with its
 * origin, gathered in {@link io.sluice.engine.catalog.Components} together with the {@link
 * io.sluice.engine.catalog.PluginReport} of what was loaded and what was rejected. A {@link
 * io.sluice.engine.catalog.ComponentSource} finds them, and a {@link
 * io.sluice.engine.catalog.PluginInstaller} looks after the files; the engine does not know how.
 */
package io.sluice.engine.catalog;
