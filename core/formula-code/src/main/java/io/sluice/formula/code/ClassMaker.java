package io.sluice.formula.code;

import io.sluice.formula.Loops;
import io.sluice.formula.Operation;
import io.sluice.formula.code.Pass.Call;
import io.sluice.formula.code.Pass.Loop;
import io.sluice.formula.code.Pass.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a plan: a method for each loop, so that the compiler of the virtual machine
 * looks at each alone, and one that calls them and the loops of {@link Loops} in turn.
 */
final class ClassMaker {

  /** The virtual machine leaves larger methods to its interpreter. */
  private static final int LARGEST_METHOD = 8000;

  /** What one parameter of a call takes at most, and a call. */
  private static final int PARAMETER = 6;

  private static final int CALL = 16;

  /** A method may have 255 parameters. */
  private static final int MOST_PARAMETERS = 240;

  private static final String NAME = Type.getInternalName(Code.class) + "OfFormula";
  private static final String ARRAY = "[D";
  private static final String OPERATION = Type.getInternalName(Operation.class);

  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

  private ClassMaker() {}

  /** The bytes of the class, or nothing if a method would be too large to be compiled. */
  static Optional<byte[]> bytes(Plan plan) {
    int size = 0;
    for (Pass pass : plan.passes()) {
      int parameters = pass.arrays().size();
      if (parameters > MOST_PARAMETERS) {
        return Optional.empty();
      }
      size += CALL + PARAMETER * parameters;
    }
    return size > LARGEST_METHOD ? Optional.empty() : Optional.of(new ClassMaker().write(plan));
  }

  private byte[] write(Plan plan) {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        NAME,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(Code.class)});
    MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    end(constructor);
    MethodVisitor run =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([" + ARRAY + ARRAY + "II)V", null, null);
    run.visitCode();
    for (int i = 0; i < plan.passes().size(); i++) {
      Pass pass = plan.passes().get(i);
      if (pass instanceof Loop) {
        writeLoop("loop" + i, (Loop) pass);
        callLoop(run, "loop" + i, (Loop) pass);
      } else {
        call(run, (Call) pass);
      }
    }
    run.visitInsn(Opcodes.RETURN);
    end(run);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void end(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static String loopType(int arrays) {
    return "(" + ARRAY.repeat(arrays + 1) + "II)V";
  }

  private static void callLoop(MethodVisitor run, String name, Loop loop) {
    loop.arrays().forEach(array -> array(run, array));
    run.visitVarInsn(Opcodes.ALOAD, 2);
    run.visitVarInsn(Opcodes.ILOAD, 3);
    run.visitVarInsn(Opcodes.ILOAD, 4);
    run.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name, loopType(loop.arrays().size()), false);
  }

  private static void call(MethodVisitor run, Call call) {
    run.visitFieldInsn(
        Opcodes.GETSTATIC, OPERATION, call.operation().name(), "L" + OPERATION + ";");
    call.arrays().forEach(array -> array(run, array));
    run.visitVarInsn(Opcodes.ALOAD, 2);
    integer(run, call.number());
    run.visitInsn(Opcodes.DALOAD);
    run.visitVarInsn(Opcodes.ILOAD, 3);
    run.visitVarInsn(Opcodes.ILOAD, 4);
    run.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(Loops.class),
        "run",
        "(L" + OPERATION + ";" + ARRAY.repeat(5) + "DII)V",
        false);
  }

  private static void array(MethodVisitor run, int index) {
    run.visitVarInsn(Opcodes.ALOAD, 1);
    integer(run, index);
    run.visitInsn(Opcodes.AALOAD);
  }

  private static void integer(MethodVisitor method, int number) {
    if (number <= 5) {
      method.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number <= Byte.MAX_VALUE) {
      method.visitIntInsn(Opcodes.BIPUSH, number);
    } else {
      method.visitIntInsn(Opcodes.SIPUSH, number);
    }
  }

  private void writeLoop(String name, Loop loop) {
    List<Integer> arrays = loop.arrays();
    MethodVisitor method =
        writer.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, loopType(arrays.size()), null, null);
    method.visitCode();
    int numbers = arrays.size();
    int index = numbers + 1;
    int to = numbers + 2;
    Map<Integer, Integer> variables = new HashMap<>();
    int free = to + 1;
    for (int operand : numbers(loop)) {
      method.visitVarInsn(Opcodes.ALOAD, numbers);
      integer(method, Operand.index(operand));
      method.visitInsn(Opcodes.DALOAD);
      method.visitVarInsn(Opcodes.DSTORE, free);
      variables.put(operand, free);
      free += 2;
    }
    Label test = new Label();
    Label body = new Label();
    method.visitJumpInsn(Opcodes.GOTO, test);
    method.visitLabel(body);
    for (Place load : loop.loads()) {
      method.visitVarInsn(Opcodes.ALOAD, arrays.indexOf(load.array()));
      method.visitVarInsn(Opcodes.ILOAD, index);
      method.visitInsn(Opcodes.DALOAD);
      method.visitVarInsn(Opcodes.DSTORE, free);
      variables.put(load.register(), free);
      free += 2;
    }
    Arithmetic arithmetic = new Arithmetic(method, operand -> push(method, operand, variables));
    for (Element element : loop.elements()) {
      arithmetic.write(element);
      method.visitVarInsn(Opcodes.DSTORE, free);
      variables.put(element.result(), free);
      free += 2;
    }
    for (Place store : loop.stores()) {
      method.visitVarInsn(Opcodes.ALOAD, arrays.indexOf(store.array()));
      method.visitVarInsn(Opcodes.ILOAD, index);
      method.visitVarInsn(Opcodes.DLOAD, variables.get(store.register()));
      method.visitInsn(Opcodes.DASTORE);
    }
    method.visitIincInsn(index, 1);
    method.visitLabel(test);
    method.visitVarInsn(Opcodes.ILOAD, index);
    method.visitVarInsn(Opcodes.ILOAD, to);
    method.visitJumpInsn(Opcodes.IF_ICMPLT, body);
    method.visitInsn(Opcodes.RETURN);
    end(method);
  }

  private static void push(MethodVisitor method, int operand, Map<Integer, Integer> variables) {
    if (Operand.isZero(operand)) {
      method.visitInsn(Opcodes.DCONST_0);
    } else {
      method.visitVarInsn(Opcodes.DLOAD, variables.get(operand));
    }
  }

  /** The numbers that the loop needs, which are read before it. */
  private static TreeSet<Integer> numbers(Loop loop) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Element element : loop.elements()) {
      for (int operand : element.operands()) {
        if (!Operand.isRegister(operand) && !Operand.isZero(operand)) {
          numbers.add(operand);
        }
      }
    }
    return numbers;
  }
}
