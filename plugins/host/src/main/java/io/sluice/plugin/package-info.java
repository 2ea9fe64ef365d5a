/**
 * Turns plugin folders into components. {@link io.sluice.plugin.PluginHost} has {@code
 * PluginFolders} look up the dropped files, {@code PluginCache} copy each to a place named after
 * its content, and {@code GuardedPlugins}, a PF4J plugin manager, load and start the copies. {@code
 * Intake} then takes the extensions over and sorts them into catalogs. Whatever is wrong on the way
 * is an {@code Unusable} with a reason, which ends up in the plugin report and never stops the
 * rest. {@link io.sluice.plugin.FolderInstaller} puts files into the folders; what {@code Pins} say
 * of a file is checked before it is loaded.
 */
package io.sluice.plugin;
