package io.sluice.sdk;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What others can compile against in one type: a line for the type itself and one for each
 * supertype, constructor, method, field and record component that is public or protected. A line is
 * modality and signature; what may change without breaking anybody is in the modality.
 */
final class Signatures {

  private Signatures() {}

  /** From signature to modality. */
  static Map<String, String> of(Class<?> type) {
    Map<String, String> lines = new TreeMap<>();
    lines.put(kind(type), Modifier.isFinal(type.getModifiers()) ? "final" : "open");
    supertypes(type).forEach(each -> lines.put("is " + each.getTypeName(), "always"));
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (isVisible(each.getModifiers())) {
        lines.put("new(" + parameters(each) + ")" + thrown(each), "open");
      }
    }
    for (Method each : type.getDeclaredMethods()) {
      if (isVisible(each.getModifiers()) && !each.isSynthetic()) {
        lines.put(
            "method "
                + each.getName()
                + "("
                + parameters(each)
                + ") -> "
                + each.getGenericReturnType().getTypeName()
                + thrown(each),
            modality(each.getModifiers()));
      }
    }
    for (Field each : type.getDeclaredFields()) {
      if (isVisible(each.getModifiers()) && !each.isSynthetic()) {
        lines.put(
            "field " + each.getName() + " -> " + each.getGenericType().getTypeName(),
            Modifier.isStatic(each.getModifiers()) ? "static" : "open");
      }
    }
    if (type.isRecord()) {
      String components =
          Stream.of(type.getRecordComponents())
              .map(each -> each.getGenericType().getTypeName() + " " + each.getName())
              .collect(Collectors.joining(", "));
      lines.put("components (" + components + ")", "always");
    }
    return lines;
  }

  private static String kind(Class<?> type) {
    if (type.isRecord()) {
      return "record";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isInterface() ? "interface" : "class";
  }

  private static List<Type> supertypes(Class<?> type) {
    List<Type> all = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class && !type.isRecord() && !type.isEnum()) {
      all.add(type.getGenericSuperclass());
    }
    return all;
  }

  private static String modality(int modifiers) {
    if (Modifier.isStatic(modifiers)) {
      return "static";
    }
    return Modifier.isAbstract(modifiers) ? "abstract" : "open";
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String parameters(Executable executable) {
    return Stream.of(executable.getGenericParameterTypes())
        .map(Type::getTypeName)
        .collect(Collectors.joining(", "));
  }

  private static String thrown(Executable executable) {
    String names =
        Stream.of(executable.getExceptionTypes())
            .filter(each -> !RuntimeException.class.isAssignableFrom(each))
            .map(Class::getName)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " throws " + names;
  }
}
