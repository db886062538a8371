# Completes the words of "switchboard"; operations and arguments as the last command that asked the hub found them.
_switchboard() {
  _switchboard_offers
  # A space behind whole words, and none where something has to follow; by hand, since zsh cannot be told for each command.
  local each ended=()
  for each in "${COMPREPLY[@]}"; do
    case $each in *= | */) ended+=("$each") ;; *) ended+=("$each ") ;; esac
  done
  COMPREPLY=("${ended[@]}")
}

_switchboard_offers() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]:-}
  local known=${XDG_CACHE_HOME:-$HOME/.cache}/switchboard/operations
  local home=${SWITCHBOARD_HOME:-}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "run start stop status demo deploy undeploy deployments list describe call check logs new secret login whoami logout sign verify audit completion help" -- "$word"))
    return
  fi
  case $command in
    deploy | verify | sign)
      local file
      while IFS= read -r file; do
        if [ -d "$file" ]; then file=$file/; fi
        COMPREPLY+=("$file")
      done < <(compgen -f -- "$word")
      ;;
    undeploy)
      [ -z "$home" ] || COMPREPLY=($(compgen -W "$(cd "$home/deploy" 2>/dev/null && ls | grep -E '\.(jar|zip|cfg)$')" -- "$word"))
      ;;
    list) COMPREPLY=($(compgen -W "$(sed 's/\..*//' "$known" 2>/dev/null | sort -u)" -- "$word")) ;;
    describe | call)
      if [ "$COMP_CWORD" -eq 2 ]; then
        COMPREPLY=($(compgen -W "$(sed 's/ .*//' "$known" 2>/dev/null)" -- "$word"))
      elif [ "$command" = call ]; then
        # The major may have been left out.
        local line
        line=$(sed 's/ /\t/' "$known" 2>/dev/null | awk -F '\t' -v want="${COMP_WORDS[2]}" '
          { short = $1; sub(/\.v[0-9]+\./, ".", short); if ($1 == want || short == want) print $2 }')
        COMPREPLY=($(compgen -W "$line" -S = -- "$word"))
      fi
      ;;
    completion) COMPREPLY=($(compgen -W "bash zsh" -- "$word")) ;;
    new) COMPREPLY=($(compgen -W "connector" -- "$word")) ;;
  esac
}
complete -o nospace -F _switchboard switchboard ./switchboard bin/switchboard
