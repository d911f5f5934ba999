#!/bin/bash
# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# In mmdebstrap's place: fills the folder named last with a few programs of this system, and a cmake that only copies.

target=${!#}
echo "$target" >> "$TINY_LOG"
sleep 1
[ -z "${TINY_FAILS:-}" ] || { echo "no such package" >&2; exit 100; }
mkdir -p "$target"/{usr/bin,usr/sbin,usr/lib,usr/lib64,etc,dev,proc,sys,tmp,run,var}
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$target/$folder"; done

copy() { [ -e "$target$1" ] || { mkdir -p "$target${1%/*}" && cp -L "$1" "$target$1"; }; }
for program in bash cat chmod cp cut dirname env find flock grep id ls mkdir mv nproc nsenter readlink rm sed sha256sum \
    sleep sort stat tail touch tr true umount unshare pivot_root; do
    path=$(PATH=/usr/bin:/usr/sbin:/bin:/sbin command -v "$program") || exit 1
    [ "${path:0:1}" = / ] || path=/usr/bin/$program
    copy "$path"
    for library in $(ldd "$path" | grep -o '/[^ ]*'); do copy "$library"; done
done
ln -s bash "$target/usr/bin/sh"
printf '#!/bin/sh\n' | tee "$target/usr/bin/g++" > "$target/usr/bin/ninja"
cat > "$target/usr/bin/cmake" << 'END'
#!/bin/bash
case $1 in
    --preset) touch "$6/build.ninja" ;;
    --build) mkdir -p "$2/bin" && for target in "${@:6}"; do cp app/program "$2/bin/$target"; done ;;
esac
END
chmod +x "$target"/usr/bin/{g++,ninja,cmake}
printf 'ID=debian\nVERSION_ID="13"\n' > "$target/usr/lib/os-release"
ln -s ../usr/lib/os-release "$target/etc/os-release"
printf 'root:x:0:0:root:/root:/bin/bash\n' > "$target/etc/passwd"
printf 'root:x:0:\n' > "$target/etc/group"
