package io.sluice.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDescriptor;
import org.pf4j.PropertiesPluginDescriptorFinder;

/**
 * Reads what a plugin says of itself: from the manifest of its jar, or, for an unpacked zip, from
 * {@code plugin.properties} or the manifest among its classes.
 */
final class PluginDescriptors extends ManifestPluginDescriptorFinder {

  private static final String PROPERTIES =
      PropertiesPluginDescriptorFinder.DEFAULT_PROPERTIES_FILE_NAME;

  @Override
  public PluginDescriptor find(Path copy) {
    if (Files.exists(copy.resolve(PROPERTIES))) {
      PluginDescriptor descriptor = new PropertiesPluginDescriptorFinder().find(copy);
      return complete(
          descriptor,
          PROPERTIES,
          PropertiesPluginDescriptorFinder.PLUGIN_ID + "=",
          PropertiesPluginDescriptorFinder.PLUGIN_VERSION + "=");
    }
    return complete(super.find(copy), JarFile.MANIFEST_NAME, PLUGIN_ID + ":", PLUGIN_VERSION + ":");
  }

  @Override
  protected Manifest readManifestFromJar(Path copy) {
    try (JarFile jar = new JarFile(copy.toFile())) {
      return present(jar.getManifest());
    } catch (IOException problem) {
      throw Unusable.because("its manifest cannot be read:", problem);
    }
  }

  @Override
  protected Manifest readManifestFromDirectory(Path copy) {
    Path file = copy.resolve("classes").resolve(JarFile.MANIFEST_NAME);
    if (!Files.exists(file)) {
      throw new Unusable(
          "is a zip with neither " + PROPERTIES + " nor classes/" + JarFile.MANIFEST_NAME);
    }
    try (InputStream input = Files.newInputStream(file)) {
      return new Manifest(input);
    } catch (IOException problem) {
      throw Unusable.because("its manifest cannot be read:", problem);
    }
  }

  private static Manifest present(Manifest manifest) {
    if (manifest == null) {
      throw new Unusable(
          "has no META-INF/MANIFEST.MF; it needs one with the lines Plugin-Id: and"
              + " Plugin-Version:");
    }
    return manifest;
  }

  private static PluginDescriptor complete(
      PluginDescriptor descriptor, String file, String idLine, String versionLine) {
    if (isBlank(descriptor.getPluginId())) {
      throw new Unusable(file + " lacks the line " + idLine);
    }
    if (isBlank(descriptor.getVersion())) {
      throw new Unusable(file + " lacks the line " + versionLine);
    }
    return descriptor;
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
