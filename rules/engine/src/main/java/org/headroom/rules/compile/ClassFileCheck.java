package org.headroom.rules.compile;

import java.util.ArrayList;
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
import org.objectweb.asm.Type;

/**
 * Holds class files against {@link GeneratedCode} before they are loaded. Whatever code can reach stands in the constant pool of its
 * class, so the whole pool is read; and a method that neither jumps back nor catches comes to an end, soon by {@link CodeBounds}.
 */
final class ClassFileCheck {
    private static final int API = Opcodes.ASM9;
    private static final String OWN_PACKAGE = "headroom/policy/";
    private static final String SITE = "org/headroom/rules/Site";

    // Tags of the constant pool, The Java Virtual Machine Specification, table 4.4-A.
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int FLOAT = 4;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int INVOKE_DYNAMIC = 18;

    private final Map<String, byte[]> files;
    private final Set<String> declared = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private ClassFileCheck(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Something that is not on the list.
     *
     * @param type internal name of the class in which it stands
     * @param what what was found
     */
    record Finding(String type, String what) {}

    /** Everything that is not on the list; empty when the classes may be loaded. */
    static List<Finding> find(RuleClasses classes) {
        ClassFileCheck check = new ClassFileCheck(classes.files());
        check.run();
        return check.findings;
    }

    private void run() {
        List<ClassReader> readers = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String internal = file.getKey().replace('.', '/');
            try {
                ClassReader reader = new ClassReader(file.getValue());
                if (!reader.getClassName().equals(internal)) {
                    findings.add(new Finding(internal, "a class of another name"));
                }
                reader.accept(new Members(internal), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                readers.add(reader);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
                findings.add(new Finding(internal, "no class file"));
            }
        }
        for (ClassReader reader : readers) {
            pool(reader);
        }
        findings.addAll(CodeBounds.find(readers));
    }

    private void pool(ClassReader reader) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int index = 1; index < reader.getItemCount(); index++) {
            int at = reader.getItem(index);
            // A long or double takes two places, the second of which is none.
            if (at != 0) {
                String refused = refused(reader, at, buffer);
                if (refused != null) {
                    findings.add(new Finding(reader.getClassName(), refused));
                }
            }
        }
    }

    private @Nullable String refused(ClassReader reader, int at, char[] buffer) {
        int tag = reader.readByte(at - 1);
        switch (tag) {
            case UTF8, INTEGER, FLOAT, LONG, DOUBLE, STRING, NAME_AND_TYPE -> {
                return null;
            }
            case CLASS -> {
                String type = String.valueOf(reader.readUTF8(at, buffer));
                return isType(type) ? null : "the type " + type;
            }
            case FIELD, METHOD, INTERFACE_METHOD -> {
                String owner = reader.readClass(at, buffer);
                int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
                String name = owner + "." + reader.readUTF8(nameAndType, buffer);
                String descriptor = String.valueOf(reader.readUTF8(nameAndType + 2, buffer));
                boolean known = GeneratedCode.MEMBERS.contains(name) || declared.contains(name + descriptor);
                return known ? null : name;
            }
            case METHOD_HANDLE, INVOKE_DYNAMIC -> {
                // Looked at with the method that has it; a handle's member stands in the pool too.
                return null;
            }
            default -> {
                return "a constant of kind " + tag;
            }
        }
    }

    private boolean isType(String type) {
        String element =
                type.startsWith("[") ? Type.getType(type).getElementType().getInternalName() : type;
        return GeneratedCode.TYPES.contains(element)
                || files.containsKey(element.replace('/', '.'))
                || type.startsWith("[") && Type.getType(type).getElementType().getSort() != Type.OBJECT;
    }

    /** Takes down what a class declares, and looks for what has no entry in the pool. */
    private final class Members extends ClassVisitor {
        private final String type;

        Members(String type) {
            super(API);
            this.type = type;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            if (!name.startsWith(OWN_PACKAGE) && !name.equals(SITE)) {
                refuse("a class outside " + OWN_PACKAGE);
            }
            if (!GeneratedCode.SUPER_TYPES.contains(superName)) {
                refuse("a subclass of " + superName);
            }
        }

        @Override
        public org.objectweb.asm.@Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            declared.add(type + "." + name + descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            declared.add(type + "." + name + descriptor);
            if ((access & Opcodes.ACC_NATIVE) != 0 || name.equals("finalize")) {
                refuse("the method " + name);
            }
            return new Code(this, name);
        }

        void refuse(String what) {
            findings.add(new Finding(type, what));
        }
    }

    private static final class Code extends MethodVisitor {
        private final Members owner;
        private final String method;
        private final Set<Label> passed = new HashSet<>();

        Code(Members owner, String method) {
            super(API);
            this.owner = owner;
            this.method = method;
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            refuseBack(label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
            refuseBack(dflt);
            for (Label label : labels) {
                refuseBack(label);
            }
        }

        @Override
        public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
            refuseBack(dflt);
            for (Label label : labels) {
                refuseBack(label);
            }
        }

        private void refuseBack(Label label) {
            if (passed.contains(label)) {
                owner.refuse("a loop in " + method);
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
            owner.refuse("a catch in " + method);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                owner.refuse("a lock in " + method);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle) {
                    owner.refuse("a method handle in " + method);
                }
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Handle) {
                owner.refuse("a method handle in " + method);
            }
        }
    }
}
