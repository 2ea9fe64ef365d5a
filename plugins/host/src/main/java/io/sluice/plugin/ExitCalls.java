package io.sluice.plugin;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Turns the calls of a class that end the process into calls of {@link PluginExit}, in the bytes of
 * the class file: {@code System.exit} and {@code exit} and {@code halt} of {@code Runtime}, as
 * calls and as method references. The receiver of an instance method becomes the first argument of
 * a static one, so nothing else in the class changes. Java has no means of its own for this since
 * its security manager is gone.
 */
final class ExitCalls {

  private static final String TARGET = PluginExit.class.getName().replace('.', '/');
  private static final String WITH_CODE = "(I)V";
  private static final String WITH_RUNTIME_AND_CODE = "(Ljava/lang/Runtime;I)V";

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int VIRTUAL_HANDLE = 5;
  private static final int STATIC_HANDLE = 6;
  private static final int MOST_CONSTANTS = 65_535;

  private static final int CONSTANTS = 8;
  private static final int FIRST_CONSTANT = 10;

  private final ByteBuffer in;
  private final int[] constants;
  private final int endOfConstants;
  private final Set<Integer> virtual = new HashSet<>();
  private final ByteArrayOutputStream added = new ByteArrayOutputStream();
  private int count;

  private ExitCalls(byte[] classFile) {
    in = ByteBuffer.wrap(classFile);
    count = u2(CONSTANTS);
    constants = new int[count];
    int at = FIRST_CONSTANT;
    for (int i = 1; i < constants.length; i++) {
      constants[i] = at;
      int tag = u1(at);
      at += sizeOfConstant(tag, at);
      if (tag == 5 || tag == 6) {
        i++; // A long or double takes two places.
      }
    }
    endOfConstants = at;
  }

  /** The class as it may be loaded: the same array if it ends nothing. */
  static byte[] redirected(byte[] classFile) {
    // Nearly no class has these words, and to look for them takes less than to read constants.
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    if (!text.contains("exit") && !text.contains("halt")) {
      return classFile;
    }
    try {
      return new ExitCalls(classFile.clone()).redirect(classFile);
    } catch (IndexOutOfBoundsException | UnsupportedOperationException malformed) {
      return classFile; // The virtual machine says better what is wrong with it.
    }
  }

  private byte[] redirect(byte[] original) {
    int target = 0;
    int type = 0;
    for (int i = 1; i < constants.length; i++) {
      if (constants[i] == 0 || u1(constants[i]) != METHOD) {
        continue;
      }
      boolean isVirtual = is(i, "java/lang/Runtime", "exit") || is(i, "java/lang/Runtime", "halt");
      if (!isVirtual && !is(i, "java/lang/System", "exit")) {
        continue;
      }
      target = target == 0 ? add(CLASS, add(TARGET)) : target;
      in.putShort(constants[i] + 1, (short) target);
      if (isVirtual) {
        type = type == 0 ? add(WITH_RUNTIME_AND_CODE) : type;
        int nameAndType = constants[u2(constants[i] + 3)];
        in.putShort(constants[i] + 3, (short) add(NAME_AND_TYPE, u2(nameAndType + 1), type));
        virtual.add(i);
      }
    }
    if (target == 0) {
      return original;
    }
    if (count > MOST_CONSTANTS) {
      throw new ClassFormatError("a class that calls System.exit has no room for another constant");
    }
    if (!virtual.isEmpty()) {
      makeHandlesStatic();
      makeCallsStatic();
    }
    return joined();
  }

  private byte[] joined() {
    in.putShort(CONSTANTS, (short) count);
    byte[] more = added.toByteArray();
    byte[] all = Arrays.copyOf(in.array(), in.capacity() + more.length);
    System.arraycopy(more, 0, all, endOfConstants, more.length);
    System.arraycopy(
        in.array(),
        endOfConstants,
        all,
        endOfConstants + more.length,
        in.capacity() - endOfConstants);
    return all;
  }

  /** Whether a method constant is this method, with an exit code as its argument. */
  private boolean is(int method, String owner, String name) {
    int at = constants[method];
    int nameAndType = constants[u2(at + 3)];
    return isText(u2(nameAndType + 1), name)
        && isText(u2(constants[u2(at + 1)] + 1), owner)
        && isText(u2(nameAndType + 3), WITH_CODE);
  }

  private boolean isText(int constant, String text) {
    int at = constants[constant];
    int length = u2(at + 1);
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (u1(at + 3 + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    append(UTF8, bytes.length);
    added.writeBytes(bytes);
    return count++;
  }

  private int add(int tag, int... indices) {
    append(tag, indices);
    return count++;
  }

  private void append(int tag, int... numbers) {
    DataOutputStream out = new DataOutputStream(added);
    try {
      out.writeByte(tag);
      for (int number : numbers) {
        out.writeShort(number);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void makeHandlesStatic() {
    for (int at : constants) {
      if (at > 0
          && u1(at) == METHOD_HANDLE
          && u1(at + 1) == VIRTUAL_HANDLE
          && virtual.contains(u2(at + 2))) {
        in.put(at + 1, (byte) STATIC_HANDLE);
      }
    }
  }

  private void makeCallsStatic() {
    int at = endOfConstants + 6;
    at += 2 + 2 * u2(at); // interfaces
    at = skipMembers(at); // fields
    skipMembers(at); // methods
  }

  /** Goes over fields or methods and changes the code of those that have some. */
  private int skipMembers(int from) {
    int at = from + 2;
    for (int members = u2(from); members > 0; members--) {
      int attributes = u2(at + 6);
      at += 8;
      for (; attributes > 0; attributes--) {
        if (isText(u2(at), "Code")) {
          makeCallsStatic(at + 14, in.getInt(at + 10));
        }
        at += 6 + in.getInt(at + 2);
      }
    }
    return at;
  }

  private void makeCallsStatic(int from, int length) {
    for (int at = from; at < from + length; at += Bytecode.length(in, from, at)) {
      if (u1(at) == Bytecode.INVOKE_VIRTUAL && virtual.contains(u2(at + 1))) {
        in.put(at, (byte) Bytecode.INVOKE_STATIC);
      }
    }
  }

  private int sizeOfConstant(int tag, int at) {
    switch (tag) {
      case UTF8:
        return 3 + u2(at + 1);
      case 3: // int
      case 4: // float
      case 9: // field
      case METHOD:
      case 11: // method of an interface
      case NAME_AND_TYPE:
      case 17: // dynamic constant
      case 18: // dynamic call
        return 5;
      case 5: // long
      case 6: // double
        return 9;
      case CLASS:
      case 8: // string
      case 16: // method type
      case 19: // module
      case 20: // package
        return 3;
      case METHOD_HANDLE:
        return 4;
      default:
        throw new UnsupportedOperationException("constant " + tag);
    }
  }

  private int u1(int at) {
    return in.get(at) & 0xff;
  }

  private int u2(int at) {
    return in.getShort(at) & 0xffff;
  }
}
