package org.headroom.rules.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds what would take for ever, or all memory, in code without loops: methods that call themselves or one another in a circle, calls that
 * branch into more than a program has time for, arrays that are large, texts that double. What a call costs is summed up from the
 * methods that it leads to, which is possible because nothing that is called is chosen while it runs: no class here has a subclass here.
 */
final class CodeBounds {
    /** Instructions, and places in arrays, that the call of one method may lead to. 2,000 rules take less than a hundredth of it. */
    private static final long MOST_COST = 50_000_000;

    /** No generated call leads deeper than the classes of a policy's rules, the methods of one rule and its conditions. */
    private static final int DEEPEST = 64;

    /** More than there may be rules. */
    private static final int MOST_PLACES = 4_096;

    /** These a library calls on what it is handed, out of sight. None is ever generated. */
    private static final Set<String> CALLED_BY_LIBRARIES = Set.of("equals", "hashCode", "toString", "compareTo");

    /** What makes the model of the rules. A class that is handed to it must not use it, or it could be led back to itself. */
    private static final List<String> MODEL_MAKERS = List.of(
            "org/drools/modelcompiler/dsl/pattern/",
            "org/drools/model/PatternDSL",
            "org/drools/model/impl/RuleBuilder");

    private static final Set<String> MAY_MAKE_MODELS =
            Set.of("org/drools/model/Model", "org/drools/model/RulesSupplier");

    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, Long> costs = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<ClassFileCheck.Finding> findings = new ArrayList<>();

    private CodeBounds() {}

    /** Everything that is not bounded; the classes are class files. */
    static List<ClassFileCheck.Finding> find(List<ClassReader> classes) {
        CodeBounds bounds = new CodeBounds();
        for (ClassReader reader : classes) {
            reader.accept(bounds.new Members(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        for (Method method : bounds.methods.values()) {
            bounds.cost(method, 0);
        }
        return bounds.findings;
    }

    private static final class Method {
        private final String type;
        private final String name;
        private final List<String> calls = new ArrayList<>();
        private long own = 1;

        Method(String type, String name) {
            this.type = type;
            this.name = name;
        }
    }

    private long cost(Method method, int depth) {
        String id = method.type + "." + method.name;
        Long known = costs.get(id);
        if (known != null) {
            return known;
        }
        if (depth > DEEPEST || !open.add(id)) {
            refuse(method, depth > DEEPEST ? "calls too deep inside one another" : "a method that leads to itself");
            costs.put(id, MOST_COST);
            return MOST_COST;
        }
        long sum = method.own;
        for (String called : method.calls) {
            Method target = methods.get(called);
            sum = Math.min(MOST_COST, sum + (target == null ? 0 : cost(target, depth + 1)));
        }
        open.remove(id);
        if (sum >= MOST_COST && !costs.containsKey(id)) {
            refuse(method, "more work than rules take");
        }
        costs.put(id, sum);
        return sum;
    }

    private void refuse(Method method, String what) {
        String name = method.name.substring(0, method.name.indexOf('('));
        findings.add(new ClassFileCheck.Finding(method.type, what + " in " + name));
    }

    private final class Members extends ClassVisitor {
        private String type = "";
        private boolean mayMakeModels;

        Members() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            type = name;
            mayMakeModels = interfaces == null || MAY_MAKE_MODELS.containsAll(List.of(interfaces));
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0) {
                findings.add(new ClassFileCheck.Finding(type, "a class without code of its own"));
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Method method = new Method(type, name + descriptor);
            methods.put(type + "." + name + descriptor, method);
            if (CALLED_BY_LIBRARIES.contains(name)) {
                refuse(method, "a method that libraries call");
            }
            return new Code(method, mayMakeModels);
        }
    }

    private final class Code extends MethodVisitor {
        private final Method method;
        private final boolean mayMakeModels;
        private final boolean isValues;
        private final boolean mayJoin;
        /** The number that was put on the stack last; -1 when something else was. */
        private int pushed = -1;

        Code(Method method, boolean mayMakeModels) {
            super(Opcodes.ASM9);
            this.method = method;
            this.mayMakeModels = mayMakeModels;
            isValues = method.name.startsWith("values()");
            mayJoin = method.name.startsWith("getPropertyIndex(");
        }

        private void step() {
            method.own++;
            pushed = -1;
        }

        @Override
        public void visitInsn(int opcode) {
            method.own++;
            if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
                pushed = opcode - Opcodes.ICONST_0;
            } else if (opcode == Opcodes.ARRAYLENGTH) {
                // Of an array that is small itself.
                pushed = MOST_PLACES;
            } else if (opcode != Opcodes.DUP) {
                pushed = -1;
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                array();
            } else {
                step();
                pushed = operand;
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            step();
            pushed = value instanceof Integer number ? number : -1;
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            if (opcode == Opcodes.ANEWARRAY) {
                array();
            } else {
                step();
            }
        }

        private void array() {
            if (pushed < 0 || pushed > MOST_PLACES) {
                refuse(method, "a large array");
            }
            // A length that is only known to be small is that of the one item of an enum.
            method.own += pushed == MOST_PLACES ? 1 : Math.max(0, pushed);
            step();
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            refuse(method, "an array of arrays");
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            // The length of an array is kept while the array is made.
            int before = pushed;
            step();
            pushed = opcode == Opcodes.ISTORE ? before : -1;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            step();
            method.calls.add(owner + "." + name + descriptor);
            if (isValues && !owner.equals("java/lang/System")) {
                refuse(method, "a call");
            }
            if (!mayMakeModels && MODEL_MAKERS.stream().anyMatch(owner::startsWith)) {
                refuse(method, "the making of a model");
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            step();
            if (!mayJoin) {
                refuse(method, "a joined text");
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            step();
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            step();
        }

        @Override
        public void visitIincInsn(int index, int increment) {
            step();
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
            step();
        }

        @Override
        public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
            step();
        }
    }
}
