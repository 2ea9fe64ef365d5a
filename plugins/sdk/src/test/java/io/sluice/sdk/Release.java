package io.sluice.sdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The signatures of a release: for each type its name on a line, and below it, indented, modality
 * and signature.
 *
 * @param name the release, such as {@code 0.1}
 * @param types from the type's name to its signatures and their modalities
 */
record Release(String name, Map<String, Map<String, String>> types) {

  /** Reads a listing. */
  static Release read(String name, List<String> lines) {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    Map<String, String> current = null;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith(" ")) {
        String[] parts = line.strip().split(" ", 2);
        current.put(parts[1], parts[0]);
      } else {
        current = new TreeMap<>();
        types.put(line.strip(), current);
      }
    }
    return new Release(name, types);
  }

  /** The lines of these types. */
  static List<String> write(List<Class<?>> types) {
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types) {
      lines.add(type.getName());
      Signatures.of(type)
          .forEach((signature, modality) -> lines.add("  " + modality + " " + signature));
    }
    return lines;
  }

  /** What today breaks for plugins that were compiled against this release. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    types.forEach(
        (typeName, released) -> {
          try {
            Class<?> type = Class.forName(typeName, false, Release.class.getClassLoader());
            compare(type, released, complaints);
          } catch (ClassNotFoundException gone) {
            complaints.add(
                typeName
                    + " is gone, but plugins compiled against "
                    + name
                    + " name it; bring it back, @Deprecated if it must go one day");
          }
        });
    return complaints;
  }

  private void compare(Class<?> type, Map<String, String> released, List<String> complaints) {
    Map<String, String> today = Signatures.of(type);
    released.forEach(
        (signature, modality) -> {
          String now = found(type, signature);
          String what = type.getName() + ": " + signature;
          if (now == null) {
            complaints.add(what + advice(signature, today));
          } else if (isNarrower(modality, now)) {
            complaints.add(
                what
                    + " was "
                    + modality
                    + " in "
                    + name
                    + " and is "
                    + now
                    + "; plugins rely on that, so make it "
                    + modality
                    + " again");
          }
        });
    today.forEach(
        (signature, modality) -> {
          if (modality.equals("abstract") && !released.containsKey(signature)) {
            complaints.add(
                type.getName()
                    + ": "
                    + signature
                    + " is a new abstract method, which no plugin compiled against "
                    + name
                    + " has; make it a default method that does what was done before, or put it"
                    + " into a new port");
          }
        });
  }

  /** The modality today, of the type itself or of what it inherits; null if there is none. */
  private static String found(Class<?> type, String signature) {
    for (Map.Entry<String, String> each : Signatures.of(type).entrySet()) {
      String today = each.getKey();
      boolean grown =
          signature.startsWith("components")
              && today.startsWith(signature.substring(0, signature.length() - 1) + ", ");
      if (grown || today.equals(signature)) {
        return each.getValue();
      }
    }
    return Stream.of(type.getInterfaces())
        .map(parent -> found(parent, signature))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String advice(String signature, Map<String, String> today) {
    String gone = " is gone or has changed since " + name;
    if (signature.startsWith("new(")) {
      return gone + "; plugins call it, so keep it beside the new one";
    }
    if (signature.startsWith("components")) {
      return gone + "; a record grows at its end only, and keeps the old constructor, too";
    }
    if (signature.startsWith("method")) {
      String simple = signature.substring("method ".length(), signature.indexOf('('));
      boolean other =
          today.keySet().stream().anyMatch(each -> each.startsWith("method " + simple + "("));
      return gone
          + (other ? "; keep the old one beside the new one" : "; bring it back")
          + ", as a @Deprecated default or static method that calls what took its place";
    }
    return gone + "; plugins name it, so bring it back";
  }

  private static boolean isNarrower(String released, String now) {
    boolean becameAbstract = now.equals("abstract") && !released.equals("abstract");
    boolean becameFinal = now.equals("final") && released.equals("open");
    boolean becameStatic = now.equals("static") != released.equals("static");
    return becameAbstract || becameFinal || becameStatic;
  }
}
